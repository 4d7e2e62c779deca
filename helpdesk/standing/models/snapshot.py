"""Scores of each day."""

from django.db import models


class Snapshot(models.Model):
    """What a Seller's obligations came to at the end of the UTC day `counted_on`, by a version of weights.

    As of the entries up to the number `through`. The sums are those of `terms.Sums`; `seller` is its stand-in
    in leaves.
    """

    pk = models.CompositePrimaryKey("seller_id", "counted_on")
    seller_id = models.BigIntegerField()
    counted_on = models.DateField()
    seller = models.UUIDField()
    weights = models.IntegerField()
    through = models.BigIntegerField()
    n = models.DecimalField(max_digits=60, decimal_places=0)
    m = models.DecimalField(max_digits=60, decimal_places=0)
    answers_n = models.DecimalField(max_digits=60, decimal_places=0)
    answers_m = models.DecimalField(max_digits=60, decimal_places=0)

    class Meta:
        db_table = "standing_snapshot"
        indexes = [models.Index(fields=["counted_on", "seller_id"], name="standing_snapshot_day")]
