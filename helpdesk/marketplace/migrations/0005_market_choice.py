"""The market that a buyer chose here."""

import django.db.models.deletion
from django.db import migrations, models

from helpdesk.archive.database import guards


class Migration(migrations.Migration):
    """Adds marketplace_market_choice, which marketplace_seat_v2 reads."""

    dependencies = [("marketplace", "0004_stubs_and_refunds")]
    operations = [
        migrations.CreateModel(
            name="MarketChoice",
            fields=[
                ("buyer_id", models.UUIDField(primary_key=True, serialize=False)),
                ("was", models.CharField(max_length=20)),
                (
                    "market",
                    models.ForeignKey(
                        db_column="market",
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="marketplace.market",
                    ),
                ),
                ("delivery_address", models.JSONField(null=True)),
                ("key", models.CharField(max_length=200)),
                ("chosen_at", models.DateTimeField()),
            ],
            options={"db_table": "marketplace_market_choice"},
        ),
        guards.BuyerOnly("marketplace_market_choice"),
    ]
