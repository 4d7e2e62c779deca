"""Warnings that were given: nothing is said twice."""

from django.db import models


class DueWarning(models.Model):
    """One share of one obligation's budget was used up, and it was still open. For the seller's side."""

    pk = models.CompositePrimaryKey("seller_id", "obligation_id", "percent")
    seller_id = models.BigIntegerField()
    obligation_id = models.UUIDField()
    percent = models.SmallIntegerField()
    chain = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=1)
    at = models.DateTimeField()

    class Meta:
        db_table = "deadlines_warning"
        indexes = [
            models.Index(fields=["seller_id", "-at"], name="deadlines_warned"),
            models.Index(fields=["at"], name="deadlines_warned_at"),
        ]
