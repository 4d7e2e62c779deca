"""The Platform's records, with who may see each table. By hand: a table comes before those that refer to it."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import helpdesk.archive.database.keys
import helpdesk.kernel.ids
import helpdesk.marketplace.models.keys
from helpdesk.archive.database import guards


class Migration(migrations.Migration):
    initial = True

    dependencies = [("archive", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Market",
            fields=[
                ("code", models.CharField(max_length=20, primary_key=True, serialize=False)),
                ("country", models.CharField(max_length=2)),
                ("currency", models.CharField(max_length=3)),
                ("time_zone", models.TextField()),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None),
                ),
                (
                    "delivery_countries",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None),
                ),
                ("law", models.CharField(max_length=6)),
                (
                    "allowed_hosts",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None),
                ),
            ],
            options={
                "db_table": "marketplace_market",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("country__regex", "^[A-Z]{2}$")),
                        name="marketplace_market_country",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("currency__regex", "^[A-Z]{3}$")),
                        name="marketplace_market_currency",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Seller",
            fields=[
                ("seller_id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("external_id", models.CharField(max_length=100)),
                ("stand_in", models.UUIDField()),
                ("name", models.CharField(max_length=120)),
                ("trader", models.BooleanField()),
                ("country", models.CharField(max_length=2)),
                ("subdivision", models.CharField(blank=True, max_length=6)),
                ("time_zone", models.TextField()),
                ("status", models.TextField()),
            ],
            options={
                "db_table": "marketplace_seller",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("seller_id__gt", 0), ("seller_id__lt", 9007199254740992)),
                        name="marketplace_seller_53_bits",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["active", "suspended", "closed"])),
                        name="marketplace_seller_status",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SellerIdentity",
            fields=[
                ("seller_id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("legal_name", models.CharField(max_length=120)),
                ("address", models.JSONField()),
                ("contact", models.JSONField()),
                ("return_addresses", models.JSONField()),
            ],
            options={
                "db_table": "marketplace_seller_identity",
                "constraints": [
                    helpdesk.marketplace.models.keys.OfSeller(
                        column="seller_id", name="marketplace_seller_identity_seller", to="marketplace.Seller"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Member",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField(default=helpdesk.kernel.ids.uuid7)),
                ("external_id", models.CharField(max_length=100)),
                ("person_id", models.UUIDField()),
                ("name", models.CharField(max_length=120)),
                ("email", models.CharField(blank=True, max_length=254)),
                ("role", models.TextField()),
                ("removed_at", models.DateTimeField(null=True)),
                (
                    "seller",
                    models.ForeignObject(
                        from_fields=["seller_id"],
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="marketplace.seller",
                        to_fields=["seller_id"],
                    ),
                ),
            ],
            options={
                "db_table": "marketplace_member",
            },
        ),
        migrations.AddIndex(
            model_name="member",
            index=models.Index(fields=["person_id"], name="marketplace_member_person"),
        ),
        migrations.AddConstraint(
            model_name="member",
            constraint=helpdesk.marketplace.models.keys.OfSeller(
                column="seller_id", name="marketplace_member_seller", to="marketplace.Seller"
            ),
        ),
        migrations.AddConstraint(
            model_name="member",
            constraint=models.UniqueConstraint(
                condition=models.Q(("removed_at", None)),
                fields=("seller_id", "person_id"),
                name="marketplace_member_person_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="member",
            constraint=models.CheckConstraint(
                condition=models.Q(("role__in", ["owner", "agent", "reader"])), name="marketplace_member_role"
            ),
        ),
        migrations.CreateModel(
            name="Buyer",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        db_column="buyer_id",
                        default=helpdesk.kernel.ids.uuid7,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("external_id", models.CharField(max_length=100)),
                ("display_name", models.CharField(max_length=120)),
                ("language", models.CharField(max_length=35)),
                ("kind", models.TextField()),
                ("addresses", models.JSONField()),
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
            ],
            options={
                "db_table": "marketplace_buyer",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["consumer", "business"])),
                        name="marketplace_buyer_kind",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Pair",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "buyer_id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("buyer_id", models.UUIDField()),
                ("audience", models.SmallIntegerField(db_default=1, default=1)),
                ("pair", models.UUIDField()),
                ("display_name", models.CharField(max_length=120)),
                ("language", models.CharField(max_length=35)),
                ("market", models.CharField(max_length=20)),
            ],
            options={
                "db_table": "marketplace_pair",
                "indexes": [models.Index(fields=["buyer_id"], name="marketplace_pair_buyer")],
            },
        ),
        migrations.CreateModel(
            name="Offer",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField(default=helpdesk.kernel.ids.uuid7)),
                ("external_id", models.CharField(max_length=100)),
                ("title", models.JSONField()),
                ("condition", models.TextField()),
                ("ean", models.CharField(blank=True, max_length=14)),
                ("return_days", models.SmallIntegerField(null=True)),
                ("withdrawal_excluded", models.CharField(blank=True, max_length=1)),
                ("guarantee", models.JSONField(null=True)),
                ("markets", models.JSONField()),
                (
                    "seller",
                    models.ForeignObject(
                        from_fields=["seller_id"],
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="marketplace.seller",
                        to_fields=["seller_id"],
                    ),
                ),
            ],
            options={
                "db_table": "marketplace_offer",
            },
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=helpdesk.marketplace.models.keys.OfSeller(
                column="seller_id", name="marketplace_offer_seller", to="marketplace.Seller"
            ),
        ),
        migrations.CreateModel(
            name="Order",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField(default=helpdesk.kernel.ids.uuid7)),
                ("buyer_id", models.UUIDField()),
                ("audience", models.SmallIntegerField(db_default=0, default=0)),
                ("external_id", models.CharField(max_length=100)),
                ("number", models.CharField(max_length=60)),
                ("placed_at", models.DateTimeField()),
                ("paid_with", models.CharField(blank=True, max_length=40)),
                ("purchase_ref", models.CharField(blank=True, max_length=100)),
                ("delivery_address", models.JSONField(null=True)),
                ("withdrawal_informed_at", models.DateTimeField(null=True)),
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
                (
                    "seller",
                    models.ForeignObject(
                        from_fields=["seller_id"],
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="marketplace.seller",
                        to_fields=["seller_id"],
                    ),
                ),
            ],
            options={
                "db_table": "marketplace_order",
                "indexes": [
                    models.Index(fields=["buyer_id", "-placed_at", "-id"], name="marketplace_order_buyer")
                ],
                "constraints": [
                    helpdesk.marketplace.models.keys.OfSeller(
                        column="seller_id", name="marketplace_order_seller", to="marketplace.Seller"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OrderLine",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id",
                        "order_id",
                        "line",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("order_id", models.UUIDField()),
                ("line", models.CharField(max_length=100)),
                ("buyer_id", models.UUIDField()),
                ("audience", models.SmallIntegerField(db_default=0, default=0)),
                ("position", models.SmallIntegerField()),
                ("offer_id", models.UUIDField()),
                ("quantity", models.IntegerField()),
                ("price_minor", models.BigIntegerField()),
                ("currency", models.CharField(max_length=3)),
                ("serial", models.CharField(blank=True, max_length=60)),
                (
                    "offer",
                    models.ForeignObject(
                        from_fields=["seller_id", "offer_id"],
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="marketplace.offer",
                        to_fields=["seller_id", "id"],
                    ),
                ),
            ],
            options={
                "db_table": "marketplace_order_line",
                "constraints": [
                    helpdesk.archive.database.keys.SellerKey(
                        column="order_id", name="marketplace_order_line_order", to="marketplace.Order"
                    ),
                    helpdesk.archive.database.keys.SellerKey(
                        column="offer_id", name="marketplace_order_line_offer", to="marketplace.Offer"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quantity__gte", 0)), name="marketplace_order_line_quantity"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("price_minor__gte", 0)), name="marketplace_order_line_price"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Shipment",
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
                ("direction", models.CharField(max_length=4)),
                ("carrier", models.CharField(blank=True, max_length=60)),
                ("tracking", models.CharField(blank=True, max_length=60)),
                ("dispatched_at", models.DateTimeField(null=True)),
                ("expected_on", models.DateField(null=True)),
                ("delivered_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "marketplace_shipment",
                "indexes": [
                    models.Index(fields=["seller_id", "order_id"], name="marketplace_shipment_of_order")
                ],
                "constraints": [
                    helpdesk.archive.database.keys.SellerKey(
                        column="order_id", name="marketplace_shipment_order", to="marketplace.Order"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("direction__in", ["out", "back"])),
                        name="marketplace_shipment_direction",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ExternalId",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "kind", "external_id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.TextField()),
                ("external_id", models.CharField(max_length=100)),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("version", models.CharField(max_length=40)),
                ("version_order", models.BigIntegerField()),
            ],
            options={
                "db_table": "marketplace_external_id",
                "constraints": [
                    models.CheckConstraint(
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
                                ],
                            )
                        ),
                        name="marketplace_external_id_kind",
                    )
                ],
            },
        ),
        guards.Public("marketplace_market"),
        guards.Public("marketplace_seller"),
        guards.SellerOnly("marketplace_seller_identity"),
        guards.SellerOnly("marketplace_member"),
        guards.BuyerOnly("marketplace_buyer"),
        guards.Private("marketplace_pair"),
        guards.Public("marketplace_offer"),
        guards.Private("marketplace_order"),
        guards.Private("marketplace_order_line"),
        guards.Private("marketplace_shipment"),
        guards.OperatorOnly("marketplace_external_id"),
    ]
