"""Exports in the making, and made: where the file is, and until when."""

from django.db import models
from django.db.models import Q


class Export(models.Model):
    """Its id is that of the entry that asked for it. `person_id` alone may have the file.

    `of_seller` or `of_buyer` says whose data; row security reads `seller_id`, `buyer_id` and `audience`: a
    shop's people, the buyer, or for what an administrator asked for the operator. `beat_at` is the worker's
    last sign of life.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    audience = models.SmallIntegerField()
    buyer_id = models.UUIDField(null=True)
    person_id = models.UUIDField()
    of_seller = models.BigIntegerField(null=True)
    of_buyer = models.UUIDField(null=True)
    language = models.CharField(max_length=10)
    reason = models.TextField(blank=True)
    asked_at = models.DateTimeField()
    beat_at = models.DateTimeField(null=True)
    done = models.BigIntegerField(default=0)
    total = models.BigIntegerField(default=0)
    tries = models.SmallIntegerField(default=0)
    made_by = models.UUIDField(null=True)
    made_at = models.DateTimeField(null=True)
    key = models.TextField(blank=True)
    entries = models.BigIntegerField(default=0)
    size = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "takeout_export"
        constraints = [
            models.CheckConstraint(
                condition=Q(of_seller=None, of_buyer__isnull=False)
                | Q(of_seller__isnull=False, of_buyer=None),
                name="takeout_export_of_one",
            ),
            models.CheckConstraint(
                condition=Q(made_at=None, made_by=None) | Q(made_at__isnull=False, made_by__isnull=False),
                name="takeout_export_made",
            ),
        ]
        indexes = [
            models.Index(fields=["asked_at"], name="takeout_to_make", condition=Q(made_at=None)),
            models.Index(
                fields=["made_at"],
                name="takeout_ready",
                condition=Q(made_at__isnull=False, removed_at=None),
            ),
            models.Index(fields=["person_id", "-asked_at"], name="takeout_of_person"),
        ]
