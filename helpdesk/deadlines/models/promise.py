"""Promises: an answer that said by which day the rest of it comes."""

from django.db import models
from django.db.models import F, Q


class Promise(models.Model):
    """Made by the message whose entry has its id; ended by the message that keeps it or by being missed."""

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    chain = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=0)
    question_id = models.UUIDField()
    made_at = models.DateTimeField()
    promised_on = models.DateField()
    opened_due_at = models.DateTimeField()  # as the message says; `due_at` is what counts now
    due_at = models.DateTimeField()
    calendar = models.TextField()
    calendar_version = models.IntegerField()
    outages = models.IntegerField(default=0)
    stopped = models.TextField(default="", db_default="")
    zone = models.TextField()
    with_order = models.BooleanField()
    next_at = models.DateTimeField(null=True)
    kept_by = models.UUIDField(null=True)
    kept_at = models.DateTimeField(null=True)
    verdict = models.TextField(null=True)
    missed_by = models.UUIDField(null=True)

    class Meta:
        db_table = "deadlines_promise"
        constraints = [
            models.UniqueConstraint(fields=["seller_id", "question_id"], name="deadlines_one_promise"),
            models.CheckConstraint(condition=Q(due_at__gt=F("made_at")), name="deadlines_promise_time"),
            models.CheckConstraint(
                condition=Q(due_at__gte=F("opened_due_at")), name="deadlines_promise_never_shorter"
            ),
            models.CheckConstraint(
                condition=Q(kept_by=None, kept_at=None, verdict=None)
                | Q(kept_by__isnull=False, kept_at__isnull=False, verdict__isnull=False),
                name="deadlines_promise_kept",
            ),
        ]
        indexes = [
            models.Index(fields=["seller_id", "chain"], name="deadlines_promised", condition=Q(kept_by=None)),
            models.Index(
                fields=["next_at", "seller_id", "id"],
                name="deadlines_promise_next",
                condition=Q(next_at__isnull=False),
            ),
        ]
