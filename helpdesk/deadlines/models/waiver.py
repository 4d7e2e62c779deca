"""Marks of "no reply needed"."""

from django.db import models


class Waiver(models.Model):
    """Set by the seller's entry that has its id; the Buyer may object until `objection_until`."""

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    obligation_id = models.UUIDField()
    chain = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=0)
    reason = models.TextField()
    at = models.DateTimeField()
    left_us = models.BigIntegerField()
    objection_until = models.DateTimeField()
    objected_by = models.UUIDField(null=True)

    class Meta:
        db_table = "deadlines_waiver"
        constraints = [
            models.UniqueConstraint(fields=["seller_id", "obligation_id"], name="deadlines_one_waiver"),
        ]
        indexes = [
            models.Index(fields=["seller_id", "at"], name="deadlines_waived"),
            models.Index(fields=["seller_id", "chain"], name="deadlines_waiver_of_chain"),
        ]
