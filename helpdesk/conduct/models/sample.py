"""Messages in which nothing was found, drawn at random: how much the machine misses is measured on them."""

from django.db import models
from django.db.models import Q


class Sample(models.Model):
    """One message; its id is its entry's. Read once, by the entry `read_by`; `labels` are what was
    missed, with spaces between."""

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    chain = models.UUIDField()
    buyer_id = models.UUIDField()
    side = models.TextField()
    language = models.TextField()
    at = models.DateTimeField()
    read_by = models.UUIDField(null=True)
    read_at = models.DateTimeField(null=True)
    found = models.TextField(null=True)
    labels = models.TextField(default="")

    class Meta:
        db_table = "conduct_sample"
        constraints = [
            models.CheckConstraint(
                condition=Q(read_by=None, read_at=None, found=None)
                | Q(read_by__isnull=False, read_at__isnull=False, found__isnull=False),
                name="conduct_sample_read",
            ),
        ]
        indexes = [
            models.Index(fields=["at", "id"], name="conduct_to_read", condition=Q(read_by=None)),
            models.Index(fields=["-read_at"], name="conduct_read", condition=Q(read_by__isnull=False)),
        ]
