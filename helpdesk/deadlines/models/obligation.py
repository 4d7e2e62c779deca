"""Obligations: what a Seller owes a Buyer, and until when."""

from django.db import models
from django.db.models import F, Q

from helpdesk.deadlines.terms import BUDGET_US, Cause


class Obligation(models.Model):
    """One run of buyer messages to answer; its id is the entry that opened it, the earliest of the run.

    `opened_deadline` and `opened_version` are what that entry says; `deadline`, `calendar_version` and
    `outages` (the number of the last outage that was taken into account) are what counts now, and `stopped`
    the hours that measures take out of it, as `rules.measures` writes them.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    chain = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=0)
    cause = models.TextField(default=Cause.MESSAGE.value)
    question_id = models.UUIDField()  # the first obligation of the same question; its own id if it is that
    received_at = models.DateTimeField()
    budget_us = models.BigIntegerField(default=BUDGET_US)
    opened_deadline = models.DateTimeField()
    opened_version = models.IntegerField()
    opened_outages = models.IntegerField(default=0)
    deadline = models.DateTimeField()
    calendar = models.TextField()
    calendar_version = models.IntegerField()
    outages = models.IntegerField(default=0)
    stopped = models.TextField(default="", db_default="")
    zone = models.TextField()
    with_order = models.BooleanField()
    next_at = models.DateTimeField(null=True)  # when the sweep has something to do here; never read by people
    overdue_by = models.UUIDField(null=True)
    overdue_at = models.DateTimeField(null=True)
    voided_by = models.UUIDField(null=True)  # the entry that took `overdue_by` back
    answered_by = models.UUIDField(null=True)
    answered_at = models.DateTimeField(null=True)
    verdict = models.TextField(null=True)
    corrected_by = models.UUIDField(null=True)
    corrected_verdict = models.TextField(null=True)

    class Meta:
        db_table = "deadlines_obligation"
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_by=None, answered_at=None, verdict=None)
                | Q(answered_by__isnull=False, answered_at__isnull=False, verdict__isnull=False),
                name="deadlines_obligation_answered",
            ),
            models.CheckConstraint(
                condition=Q(deadline__gt=F("received_at")), name="deadlines_obligation_time"
            ),
            models.CheckConstraint(
                condition=Q(deadline__gte=F("opened_deadline")), name="deadlines_obligation_never_shorter"
            ),
            models.CheckConstraint(
                condition=Q(overdue_by=None, overdue_at=None)
                | Q(overdue_by__isnull=False, overdue_at__isnull=False),
                name="deadlines_obligation_overdue",
            ),
            models.CheckConstraint(
                condition=Q(corrected_by=None, corrected_verdict=None)
                | Q(corrected_by__isnull=False, corrected_verdict__isnull=False, verdict__isnull=False),
                name="deadlines_obligation_corrected",
            ),
        ]
        indexes = [
            models.Index(
                fields=["seller_id", "deadline", "id"], name="deadlines_due", condition=Q(answered_at=None)
            ),
            models.Index(
                fields=["seller_id", "chain"], name="deadlines_open_of_chain", condition=Q(answered_at=None)
            ),
            models.Index(
                fields=["next_at", "seller_id", "id"],
                name="deadlines_next",
                condition=Q(next_at__isnull=False),
            ),
            models.Index(fields=["seller_id", "chain", "received_at"], name="deadlines_of_chain"),
            models.Index(fields=["seller_id", "received_at"], name="deadlines_received"),
        ]
