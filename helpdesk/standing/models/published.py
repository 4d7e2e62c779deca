"""What was told: the weights, and each Seller's place."""

from django.db import models
from django.db.models import Q


class WeightsVersion(models.Model):
    """A version of the weights, in force from a day on."""

    version = models.IntegerField(primary_key=True)
    content = models.JSONField()
    effective_on = models.DateField()
    published_at = models.DateTimeField()
    entry_id = models.UUIDField()

    class Meta:
        db_table = "standing_weights"


class Publication(models.Model):
    """A standing that was published; its id is its entry's. Factors are thousandths."""

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    at = models.DateTimeField()
    counted_on = models.DateField(null=True)  # the snapshot that it is of; None before the first
    rank = models.IntegerField()
    visibility = models.IntegerField()
    measure = models.IntegerField()
    level = models.TextField()
    weights = models.IntegerField()

    class Meta:
        db_table = "standing_publication"
        indexes = [models.Index(fields=["seller_id", "-at"], name="standing_published")]


class Feed(models.Model):
    """A publication by its place in the log: what the Platform's search reads, again and again alike."""

    number = models.BigIntegerField(primary_key=True)
    seller_id = models.BigIntegerField()
    entry_id = models.UUIDField()

    class Meta:
        db_table = "standing_feed"


class Shown(models.Model):
    """How a Seller is shown now, one row each. `due`: something else would have to be said.

    `rated` once there is an obligation; `snapshot_on` is the last day that was counted.
    """

    seller_id = models.BigIntegerField(primary_key=True)
    rated = models.BooleanField(default=False)
    due = models.BooleanField(default=True)
    snapshot_on = models.DateField(null=True)
    rank = models.IntegerField(null=True)
    level = models.TextField(null=True)
    published_by = models.UUIDField(null=True)

    class Meta:
        db_table = "standing_shown"
        indexes = [
            models.Index(fields=["seller_id"], name="standing_due", condition=Q(due=True)),
            models.Index(
                fields=["snapshot_on", "seller_id"], name="standing_to_count", condition=Q(rated=True)
            ),
        ]
