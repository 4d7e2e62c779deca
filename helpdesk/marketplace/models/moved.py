"""What a seller knows of a buyer, and has not been looked at since it changed."""

from django.db import models


class Moved(models.Model):
    """A pair whose name, parcels or both are newer than those who follow the mirror have seen.

    A worker takes rows out as it looks at them; a pair that has had no contact has none.
    """

    pk = models.CompositePrimaryKey("seller_id", "buyer_id")
    seller_id = models.BigIntegerField()
    buyer_id = models.UUIDField()

    class Meta:
        db_table = "marketplace_moved"
