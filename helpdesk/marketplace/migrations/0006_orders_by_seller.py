"""A seller's orders, the latest first."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the index that their list is read by."""

    dependencies = [("marketplace", "0005_market_choice")]

    operations = [
        migrations.AddIndex(
            model_name="order",
            index=models.Index(
                fields=["seller_id", "-placed_at", "-id"], name="marketplace_order_seller_day"
            ),
        ),
    ]
