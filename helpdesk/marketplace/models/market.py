"""Markets."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q


class Market(models.Model):
    """A market of the Platform, by its code."""

    code = models.CharField(primary_key=True, max_length=20)
    country = models.CharField(max_length=2)
    currency = models.CharField(max_length=3)
    time_zone = models.TextField()
    languages = ArrayField(models.TextField())
    delivery_countries = ArrayField(models.TextField())
    law = models.CharField(max_length=6)
    allowed_hosts = ArrayField(models.TextField())

    class Meta:
        db_table = "marketplace_market"
        constraints = [
            models.CheckConstraint(
                condition=Q(country__regex="^[A-Z]{2}$"), name="marketplace_market_country"
            ),
            models.CheckConstraint(
                condition=Q(currency__regex="^[A-Z]{3}$"), name="marketplace_market_currency"
            ),
        ]
