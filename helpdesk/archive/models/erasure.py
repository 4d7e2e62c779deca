"""Orders to erase: what an `erased` entry named, and whether its values are gone."""

from django.db import models
from django.db.models import Q


class Erasure(models.Model):
    """All committed values of entry `id` have to go, as the entry `ordered_by` of the same chain says.

    `done_at` is None while the values may still be there: whoever carries orders out finds them by that.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    chain = models.UUIDField()
    audience = models.SmallIntegerField()
    buyer_id = models.UUIDField(null=True)
    ordered_by = models.UUIDField()
    ground = models.TextField()
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "archive_erasure"
        indexes = [
            models.Index(fields=["at", "id"], name="archive_to_erase", condition=Q(done_at=None)),
            models.Index(fields=["seller_id", "ordered_by"], name="archive_erased_by"),
        ]
