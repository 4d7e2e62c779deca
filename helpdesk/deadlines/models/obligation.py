"""Obligations: what a Seller owes a Buyer, and until when."""

from django.db import models
from django.db.models import Q


class Obligation(models.Model):
    """One run of buyer messages to answer; its id is the entry of the earliest one."""

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    chain = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=0)
    received_at = models.DateTimeField()
    deadline = models.DateTimeField()
    calendar = models.TextField()
    calendar_version = models.IntegerField()
    zone = models.TextField()
    with_order = models.BooleanField()
    answered_by = models.UUIDField(null=True)
    answered_at = models.DateTimeField(null=True)
    verdict = models.TextField(null=True)

    class Meta:
        db_table = "deadlines_obligation"
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_by=None, answered_at=None, verdict=None)
                | Q(answered_by__isnull=False, answered_at__isnull=False, verdict__isnull=False),
                name="deadlines_obligation_answered",
            ),
            models.CheckConstraint(
                condition=Q(deadline__gt=models.F("received_at")), name="deadlines_obligation_time"
            ),
        ]
        indexes = [
            models.Index(
                fields=["seller_id", "deadline", "id"], name="deadlines_due", condition=Q(answered_at=None)
            ),
            models.Index(
                fields=["seller_id", "chain"], name="deadlines_open_of_chain", condition=Q(answered_at=None)
            ),
        ]
