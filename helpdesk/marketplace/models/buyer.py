"""Buyers, and how each seller knows them."""

from django.db import models
from django.db.models import Q

from helpdesk.kernel.ids import uuid7
from helpdesk.marketplace.terms.kinds import MAX_EXTERNAL_ID


class Buyer(models.Model):
    """A buyer as the buyer and the operator see them; a stub has the Platform's id for a name."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="buyer_id")
    external_id = models.CharField(max_length=MAX_EXTERNAL_ID)
    display_name = models.CharField(max_length=120)
    language = models.CharField(max_length=35)
    market = models.ForeignKey(
        "marketplace.Market", on_delete=models.PROTECT, related_name="+", db_column="market", db_index=False
    )
    kind = models.TextField()
    addresses = models.JSONField()
    is_stub = models.BooleanField(default=False, db_default=False)

    class Meta:
        db_table = "marketplace_buyer"
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["consumer", "business"]), name="marketplace_buyer_kind"
            ),
        ]


class Pair(models.Model):
    """A buyer as one seller knows them; `pair` stands for the buyer in that seller's leaves."""

    pk = models.CompositePrimaryKey("seller_id", "buyer_id")
    seller_id = models.BigIntegerField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=1, db_default=1)
    pair = models.UUIDField()
    display_name = models.CharField(max_length=120)
    language = models.CharField(max_length=35)
    market = models.CharField(max_length=20)

    class Meta:
        db_table = "marketplace_pair"
        indexes = [models.Index(fields=["buyer_id"], name="marketplace_pair_buyer")]
