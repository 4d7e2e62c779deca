"""Refused texts that a reviewer may find fine: the text itself stands in the Archive only."""

from django.db import models
from django.db.models import Q


class Attempt(models.Model):
    """One refused text; its id is its entry's. Settled once, by the entry `settled_by`.

    Its conversation need not be there: a first question that was refused has opened none.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    conversation_id = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField()
    side = models.TextField()
    code = models.TextField()
    at = models.DateTimeField()
    settled_by = models.UUIDField(null=True)
    settled_at = models.DateTimeField(null=True)
    outcome = models.TextField(null=True)

    class Meta:
        db_table = "conversations_attempt"
        constraints = [
            models.CheckConstraint(
                condition=Q(settled_by=None, settled_at=None, outcome=None)
                | Q(settled_by__isnull=False, settled_at__isnull=False, outcome__isnull=False),
                name="conversations_attempt_settled",
            ),
        ]
        indexes = [
            models.Index(fields=["at", "id"], name="conversations_to_settle", condition=Q(settled_by=None)),
        ]
