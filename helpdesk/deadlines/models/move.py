"""Deadlines that a new calendar version or an outage moved later, and verdicts with them."""

from django.db import models


class Move(models.Model):
    """Written once, by the entry that has its id. `verdict` is set where the answer had come already."""

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    obligation_id = models.UUIDField()
    chain = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=0)
    at = models.DateTimeField()
    deadline = models.DateTimeField()
    calendar_version = models.IntegerField()
    outages = models.IntegerField()
    verdict = models.TextField(null=True)

    class Meta:
        db_table = "deadlines_move"
        indexes = [models.Index(fields=["seller_id", "obligation_id", "at"], name="deadlines_moves_of")]
