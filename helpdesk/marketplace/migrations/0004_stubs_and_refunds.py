"""Refunds; stubs of what is named before it arrives, and who names them. Adds only."""

import helpdesk.archive.database.keys
import helpdesk.kernel.ids
from django.db import migrations, models

from helpdesk.archive.database import guards


class Migration(migrations.Migration):
    """Adds marketplace_refund, marketplace_mention, and the columns of stubs."""

    dependencies = [
        ("marketplace", "0003_seat_v2"),
    ]

    operations = [
        migrations.CreateModel(
            name="Mention",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "kind",
                        "external_id",
                        "by_kind",
                        "by_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("kind", models.TextField()),
                ("external_id", models.CharField(max_length=100)),
                ("by_kind", models.TextField()),
                ("by_id", models.CharField(max_length=100)),
                ("record", models.TextField(blank=True)),
                ("version_order", models.BigIntegerField()),
            ],
            options={
                "db_table": "marketplace_mention",
            },
        ),
        migrations.CreateModel(
            name="Refund",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField(default=helpdesk.kernel.ids.uuid7)),
                ("order_id", models.UUIDField()),
                ("buyer_id", models.UUIDField()),
                ("audience", models.SmallIntegerField(db_default=0, default=0)),
                ("external_id", models.CharField(max_length=100)),
                ("lines", models.JSONField()),
                ("amount_minor", models.BigIntegerField()),
                ("currency", models.CharField(max_length=3)),
                ("done_at", models.DateTimeField()),
            ],
            options={
                "db_table": "marketplace_refund",
            },
        ),
        migrations.RemoveConstraint(
            model_name="externalid",
            name="marketplace_external_id_kind",
        ),
        migrations.AddField(
            model_name="buyer",
            name="is_stub",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="externalid",
            name="since",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="offer",
            name="is_stub",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="order",
            name="is_stub",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddIndex(
            model_name="externalid",
            index=models.Index(
                condition=models.Q(("version_order", -1), models.Q(("kind", "person"), _negated=True)),
                fields=["since", "kind", "external_id"],
                name="marketplace_external_id_stub",
            ),
        ),
        migrations.AddConstraint(
            model_name="externalid",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "market",
                            "seller",
                            "person",
                            "member",
                            "buyer",
                            "offer",
                            "order",
                            "shipment",
                            "refund",
                        ],
                    )
                ),
                name="marketplace_external_id_kind",
            ),
        ),
        migrations.AddIndex(
            model_name="refund",
            index=models.Index(fields=["seller_id", "order_id"], name="marketplace_refund_of_order"),
        ),
        migrations.AddConstraint(
            model_name="refund",
            constraint=helpdesk.archive.database.keys.SellerKey(
                column="order_id", name="marketplace_refund_order", to="marketplace.Order"
            ),
        ),
        migrations.AddConstraint(
            model_name="refund",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount_minor__gte", 0)), name="marketplace_refund_amount"
            ),
        ),
        guards.Private("marketplace_refund"),
        guards.OperatorOnly("marketplace_mention"),
        guards.Removable("marketplace_mention"),
    ]
