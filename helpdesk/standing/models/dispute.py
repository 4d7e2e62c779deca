"""Disputes of verdicts, each decided once."""

from django.db import models
from django.db.models import Q


class Dispute(models.Model):
    """One; its id is its entry's. `verdict_by` is the entry that the obligation stood by, `chain` its
    conversation. `settled_by` is the decision's entry; `reason` is empty where the verdict stands.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    point_id = models.UUIDField()
    chain = models.UUIDField()
    verdict_by = models.UUIDField()
    market = models.TextField()
    claim = models.TextField()
    at = models.DateTimeField()
    due_at = models.DateTimeField()
    settled_by = models.UUIDField(null=True)
    settled_at = models.DateTimeField(null=True)
    outcome = models.TextField(null=True)
    reason = models.TextField(null=True)

    class Meta:
        db_table = "standing_dispute"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "point_id", "verdict_by"], name="standing_disputed_once"
            ),
            models.CheckConstraint(
                condition=Q(settled_by=None, settled_at=None, outcome=None, reason=None)
                | Q(settled_by__isnull=False, settled_at__isnull=False, outcome__isnull=False),
                name="standing_dispute_settled",
            ),
        ]
        indexes = [
            models.Index(fields=["due_at", "id"], name="standing_disputes_due", condition=Q(settled_by=None)),
            models.Index(fields=["seller_id", "-at", "id"], name="standing_disputes_of_seller"),
            models.Index(
                fields=["-settled_at"],
                name="standing_disputes_settled",
                condition=Q(settled_by__isnull=False),
            ),
        ]
