"""Which pairs have a name or parcels that nobody has looked at since."""

from django.db import migrations, models

from helpdesk.archive.database import guards


class Migration(migrations.Migration):
    """Adds marketplace_moved, which the mirror fills and a worker empties."""

    dependencies = [("marketplace", "0006_orders_by_seller")]
    operations = [
        migrations.CreateModel(
            name="Moved",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id",
                        "buyer_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("buyer_id", models.UUIDField()),
            ],
            options={"db_table": "marketplace_moved"},
        ),
        guards.OperatorOnly("marketplace_moved"),
        guards.Removable("marketplace_moved"),
    ]
