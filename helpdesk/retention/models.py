"""Tables of retention: all the operator's own."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from helpdesk.kernel.ids import uuid7


class Request(models.Model):
    """A request for erasure; its id is its entry's. Settled once, by the entry `settled_by`.

    `profile_done_at` says, of an approved request about a buyer, that the profile is gone too.
    """

    id = models.UUIDField(primary_key=True)
    scope = models.TextField()
    ground = models.TextField()
    seller_id = models.BigIntegerField(null=True)
    conversation_id = models.UUIDField(null=True)
    buyer_id = models.UUIDField()
    entries = ArrayField(models.UUIDField(), default=list)
    asked_by = models.UUIDField()
    asked_at = models.DateTimeField()
    settled_by = models.UUIDField(null=True)
    settled_by_person = models.UUIDField(null=True)
    settled_at = models.DateTimeField(null=True)
    outcome = models.TextField(null=True)
    denial = models.TextField(null=True)
    profile_done_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "retention_request"
        constraints = [
            models.CheckConstraint(
                condition=Q(settled_by=None, settled_by_person=None, settled_at=None, outcome=None)
                | Q(
                    settled_by__isnull=False,
                    settled_by_person__isnull=False,
                    settled_at__isnull=False,
                    outcome__isnull=False,
                ),
                name="retention_request_settled",
            ),
            models.CheckConstraint(
                condition=Q(settled_by_person=None) | ~Q(settled_by_person=models.F("asked_by")),
                name="retention_request_two_people",
            ),
        ]
        indexes = [
            models.Index(fields=["-asked_at", "-id"], name="retention_requested"),
            models.Index(
                fields=["settled_at"],
                name="retention_to_forget",
                condition=Q(scope="buyer", outcome="approved", profile_done_at=None),
            ),
        ]


class Hold(models.Model):
    """Nothing of what it covers may go until two administrators lift it; its id is its entry's.

    `subject_id` is the conversation, order or buyer; None for a seller's hold.
    """

    id = models.UUIDField(primary_key=True)
    on = models.TextField()
    seller_id = models.BigIntegerField(null=True)
    subject_id = models.UUIDField(null=True)
    reason = models.TextField()
    placed_by = models.UUIDField()
    placed_at = models.DateTimeField()
    lift_asked_by = models.UUIDField(null=True)
    lift_asked_at = models.DateTimeField(null=True)
    lifted_by = models.UUIDField(null=True)
    lifted_by_person = models.UUIDField(null=True)
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "retention_hold"
        constraints = [
            models.CheckConstraint(
                condition=Q(lifted_by_person=None) | ~Q(lifted_by_person=models.F("lift_asked_by")),
                name="retention_hold_two_people",
            ),
        ]
        indexes = [
            models.Index(
                fields=["-placed_at", "-id"], name="retention_in_force", condition=Q(lifted_by=None)
            ),
        ]


class Period(models.Model):
    """A period that the operator published, numbered 1, 2, 3 ...; the market "" is everywhere."""

    number = models.IntegerField(primary_key=True)
    market = models.TextField()
    kept = models.TextField()
    months = models.IntegerField()
    effective_on = models.DateField()
    published_at = models.DateTimeField()
    entry_id = models.UUIDField()

    class Meta:
        db_table = "retention_period"
        constraints = [
            models.CheckConstraint(condition=Q(months__gte=1), name="retention_period_months"),
        ]


class PeriodProposal(models.Model):
    """A shorter period that one administrator proposed; `outcome` once another has decided."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    market = models.TextField()
    kept = models.TextField()
    months = models.IntegerField()
    effective_on = models.DateField()
    proposed_by = models.UUIDField()
    proposed_at = models.DateTimeField()
    settled_by = models.UUIDField(null=True)
    settled_at = models.DateTimeField(null=True)
    outcome = models.TextField(null=True)
    entry_id = models.UUIDField(null=True)

    class Meta:
        db_table = "retention_period_proposal"
        constraints = [
            models.CheckConstraint(
                condition=Q(entry_id=None) | ~Q(settled_by=models.F("proposed_by")),
                name="retention_period_two_people",
            ),
        ]
