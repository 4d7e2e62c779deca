"""Offers."""

from django.db import models

from helpdesk.kernel.ids import uuid7
from helpdesk.marketplace.models.keys import OfSeller
from helpdesk.marketplace.terms.kinds import MAX_EXTERNAL_ID


class Offer(models.Model):
    """A product on sale. `title` maps languages to titles; prices in `markets` are in minor units.

    A stub, named by an order before it arrived itself, has neither.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField(default=uuid7)
    external_id = models.CharField(max_length=MAX_EXTERNAL_ID)
    title = models.JSONField()
    condition = models.TextField()
    ean = models.CharField(max_length=14, blank=True)
    return_days = models.SmallIntegerField(null=True)
    withdrawal_excluded = models.CharField(max_length=1, blank=True)
    guarantee = models.JSONField(null=True)
    markets = models.JSONField()
    is_stub = models.BooleanField(default=False, db_default=False)
    seller = models.ForeignObject(
        "marketplace.Seller",
        from_fields=["seller_id"],
        to_fields=["seller_id"],
        on_delete=models.DO_NOTHING,
        related_name="+",
    )

    class Meta:
        db_table = "marketplace_offer"
        constraints = [OfSeller(name="marketplace_offer_seller")]
