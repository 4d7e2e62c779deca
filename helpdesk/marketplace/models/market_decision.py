"""What administrators decided of markets: each decision whole, and never changed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class MarketDecision(models.Model):
    """The n-th decision on a market, with its whole record; `upon` is the Platform's version it stands on.

    It holds until the Platform sends a newer version. `upon` is "" for a market that the Platform never sent.
    """

    pk = models.CompositePrimaryKey("market", "n")
    market = models.CharField(max_length=20)
    n = models.IntegerField()
    record = models.JSONField()
    changed = ArrayField(models.TextField())
    upon = models.CharField(max_length=40)
    decided_at = models.DateTimeField()
    decided_by = models.UUIDField()
    entry_id = models.UUIDField()

    class Meta:
        db_table = "marketplace_market_decision"
