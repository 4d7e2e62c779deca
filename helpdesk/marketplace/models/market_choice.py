"""The market that a buyer chose here."""

from django.db import models

from helpdesk.marketplace.terms.market import MAX_KEY


class MarketChoice(models.Model):
    """A buyer's latest choice; without one they are on the market of the Platform's record.

    `delivery_address` is one of the record's, or none; with the same `key` again it is the same change.
    """

    buyer_id = models.UUIDField(primary_key=True)
    was = models.CharField(max_length=20)
    market = models.ForeignKey(
        "marketplace.Market", on_delete=models.PROTECT, related_name="+", db_column="market", db_index=False
    )
    delivery_address = models.JSONField(null=True)
    key = models.CharField(max_length=MAX_KEY)
    chosen_at = models.DateTimeField()

    class Meta:
        db_table = "marketplace_market_choice"
