"""Restrictions: what measures in force take away from a seller."""

from django.db import models
from django.db.models import Q

from helpdesk.kernel.ids import uuid7
from helpdesk.marketplace.models.keys import OfSeller
from helpdesk.marketplace.terms.restrictions import WHOLE, RestrictionKind


class Restriction(models.Model):
    """From `starts_at` until `ends_at` (null: without end) or `lifted_at`, half-open.

    `entry` imposed it and `lifted_by` lifted it, on the seller's chain. `factor` in thousandths. It is never
    changed but by being lifted, once; what begins again is a row of its own.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField(default=uuid7)
    measure_id = models.UUIDField()
    kind = models.TextField()
    factor = models.SmallIntegerField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    entry = models.UUIDField()
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.UUIDField(null=True)

    class Meta:
        db_table = "marketplace_restriction"
        constraints = [
            OfSeller(name="marketplace_restriction_seller"),
            models.CheckConstraint(
                condition=Q(kind__in=[str(kind) for kind in RestrictionKind]),
                name="marketplace_restriction_kind",
            ),
            models.CheckConstraint(
                condition=Q(kind=RestrictionKind.DEMOTION.value, factor__gt=0, factor__lt=WHOLE)
                | (~Q(kind=RestrictionKind.DEMOTION.value) & Q(factor=WHOLE)),
                name="marketplace_restriction_factor",
            ),
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=models.F("starts_at")),
                name="marketplace_restriction_period",
            ),
            models.CheckConstraint(
                condition=Q(lifted_at=None, lifted_by=None)
                | Q(lifted_at__isnull=False, lifted_by__isnull=False),
                name="marketplace_restriction_lifted",
            ),
        ]
