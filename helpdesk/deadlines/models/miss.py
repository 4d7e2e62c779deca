"""Deadlines that passed without an answer: each booked once, and perhaps taken back."""

from django.db import models


class Miss(models.Model):
    """Booked by the entry that has its id. `voided_by` is the entry that took it back.

    An obligation names the latest of its misses that counts; one that a later deadline took back can be
    followed by another.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    obligation_id = models.UUIDField()
    chain = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=0)
    at = models.DateTimeField()
    deadline = models.DateTimeField()
    voided_by = models.UUIDField(null=True)

    class Meta:
        db_table = "deadlines_miss"
        indexes = [models.Index(fields=["seller_id", "obligation_id", "at"], name="deadlines_misses_of")]
