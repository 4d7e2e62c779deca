"""Violations: what persons decided about a Seller's conduct, as the record tells it."""

from django.db import models
from django.db.models import Q

from helpdesk.enforcement.terms import Source, ViolationKind


class Violation(models.Model):
    """Its id is the entry by which a person decided it, which replaces none that counts beside it.

    `chain` and `subject_id` are the conversation and the entry of what was said; both None where it was said
    elsewhere. Who was concerned stands apart: whoever reported it is not the Seller's to know.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    source = models.TextField()
    kind = models.TextField()
    points = models.IntegerField()  # thousandths
    tracks = models.IntegerField()
    chain = models.UUIDField(null=True)
    subject_id = models.UUIDField(null=True)
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.UUIDField(null=True)

    class Meta:
        db_table = "enforcement_violation"
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[one.value for one in ViolationKind], source__in=[*map(str, Source)]),
                name="enforcement_violation_kind",
            ),
            models.CheckConstraint(condition=Q(points__gt=0), name="enforcement_violation_points"),
            models.CheckConstraint(
                condition=Q(taken_back_at=None, taken_back_by=None)
                | Q(taken_back_at__isnull=False, taken_back_by__isnull=False),
                name="enforcement_violation_taken_back",
            ),
        ]
        indexes = [
            models.Index(
                fields=["seller_id", "-at"],
                name="enforcement_counting",
                condition=Q(taken_back_at=None),
            ),
            models.Index(fields=["-at"], name="enforcement_violations_late"),
        ]


class Concerned(models.Model):
    """Towards which Buyer a violation was: for counting how many there were, at the desk alone."""

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()  # of the violation
    buyer_id = models.UUIDField()

    class Meta:
        db_table = "enforcement_concerned"
