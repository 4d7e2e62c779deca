"""Measures: what was done, for how long, and how it ended before its time."""

from django.db import models
from django.db.models import F, Q

from helpdesk.enforcement.terms import Exemption, MeasureKind, Track


class Measure(models.Model):
    """Its id is the entry that imposed or announced it, whose value `statement` is the statement of reasons.

    The database refuses a row whose entry holds no statement. `ends_at` is as it was decided; after a stay
    the measure went on until `resumed_until`. `replaces` is the one whose place it takes, after an appeal
    that was right in part.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    proposal_id = models.UUIDField()
    kind = models.TextField()
    track = models.TextField()
    place = models.SmallIntegerField()
    tracks = models.IntegerField()
    factor = models.SmallIntegerField()
    language = models.TextField()
    exemption = models.TextField(null=True)
    announced_at = models.DateTimeField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    appeal_until = models.DateTimeField()
    stayed_by = models.UUIDField(null=True)
    stayed_at = models.DateTimeField(null=True)
    resumed_by = models.UUIDField(null=True)
    resumed_at = models.DateTimeField(null=True)
    resumed_until = models.DateTimeField(null=True)
    lifted_by = models.UUIDField(null=True)
    lifted_at = models.DateTimeField(null=True)
    replaces = models.UUIDField(null=True)

    class Meta:
        db_table = "enforcement_measure"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "proposal_id"],
                condition=Q(replaces=None),
                name="enforcement_measure_once",
            ),
            models.UniqueConstraint(
                fields=["seller_id", "replaces"],
                condition=Q(replaces__isnull=False),
                name="enforcement_replaced_once",
            ),
            models.CheckConstraint(
                condition=Q(track__in=[*map(str, Track)], kind__in=[*map(str, MeasureKind)]),
                name="enforcement_measure_codes",
            ),
            models.CheckConstraint(
                condition=Q(starts_at__gte=F("announced_at"))
                & (Q(ends_at=None) | Q(ends_at__gt=F("starts_at")))
                & Q(appeal_until__gt=F("announced_at")),
                name="enforcement_measure_period",
            ),
            models.CheckConstraint(
                condition=Q(exemption=None)
                | Q(kind=MeasureKind.REMOVAL.value, exemption__in=[*map(str, Exemption)]),
                name="enforcement_measure_exception",
            ),
            models.CheckConstraint(
                condition=Q(stayed_by=None, stayed_at=None, resumed_by=None)
                | Q(stayed_by__isnull=False, stayed_at__isnull=False),
                name="enforcement_measure_stayed",
            ),
            models.CheckConstraint(
                condition=Q(resumed_by=None, resumed_at=None)
                | Q(resumed_by__isnull=False, resumed_at__isnull=False),
                name="enforcement_measure_resumed",
            ),
            models.CheckConstraint(
                condition=Q(lifted_by=None, lifted_at=None)
                | Q(lifted_by__isnull=False, lifted_at__isnull=False),
                name="enforcement_measure_lifted",
            ),
        ]
        indexes = [
            models.Index(fields=["seller_id", "-announced_at"], name="enforcement_of_seller"),
            models.Index(fields=["-announced_at"], name="enforcement_measures_late"),
        ]
