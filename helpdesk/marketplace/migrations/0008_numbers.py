"""A number on a parcel or a paper finds its order without a look at all of a shop's."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two indexes."""

    dependencies = [("marketplace", "0007_moved")]

    operations = [
        migrations.AddIndex(
            model_name="order",
            index=models.Index(fields=["seller_id", "number"], name="marketplace_order_number"),
        ),
        migrations.AddIndex(
            model_name="shipment",
            index=models.Index(fields=["seller_id", "tracking"], name="marketplace_shipment_number"),
        ),
    ]
