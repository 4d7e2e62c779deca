"""Deadlines and promised days that a calendar, an outage or a measure moved, and verdicts with them."""

from django.db import models
from django.db.models import F, Q

from helpdesk.deadlines.terms.sweeping import MoveCause


class Move(models.Model):
    """Of an obligation or of a promise, written once by the entry that has its id.

    `verdict` is set where the answer had come already.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    obligation_id = models.UUIDField(null=True)
    promise_id = models.UUIDField(null=True)
    chain = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=0)
    at = models.DateTimeField()
    cause = models.TextField()
    before = models.DateTimeField()
    deadline = models.DateTimeField()
    calendar_version = models.IntegerField()
    outages = models.IntegerField()
    stopped = models.TextField(default="", db_default="")
    verdict = models.TextField(null=True)

    class Meta:
        db_table = "deadlines_move"
        indexes = [
            models.Index(fields=["seller_id", "obligation_id", "at"], name="deadlines_moves_of"),
            models.Index(
                fields=["seller_id", "promise_id", "at"],
                name="deadlines_moves_of_promise",
                condition=Q(promise_id__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(obligation_id=None, promise_id__isnull=False)
                | Q(obligation_id__isnull=False, promise_id=None),
                name="deadlines_move_of_one",
            ),
            models.CheckConstraint(
                # earlier only where a clock stood that goes on
                condition=Q(deadline__gt=F("before")) | Q(cause=MoveCause.MEASURE.value),
                name="deadlines_move_later",
            ),
        ]
