"""Endpoints and deliveries."""

import django.contrib.postgres.fields
import helpdesk.archive.database.keys
from django.db import migrations, models

from helpdesk.archive.database.guards import Removable, SellerOnly


class Migration(migrations.Migration):
    initial = True

    dependencies = [("archive", "0004_outsiders")]

    operations = [
        migrations.CreateModel(
            name="Endpoint",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("url", models.CharField(max_length=500)),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None),
                ),
                ("description", models.CharField(blank=True, default="", max_length=200)),
                ("version", models.IntegerField(default=1)),
                ("turn", models.IntegerField(default=1)),
                ("secret_fingerprint", models.BinaryField()),
                ("retiring_until", models.DateTimeField(null=True)),
                ("after", models.BigIntegerField()),
                ("created_at", models.DateTimeField()),
                ("paused_at", models.DateTimeField(null=True)),
                ("paused_as", models.TextField(null=True)),
                ("removed_at", models.DateTimeField(null=True)),
                ("failures", models.IntegerField(default=0)),
                ("failing_since", models.DateTimeField(null=True)),
                ("gone_at", models.DateTimeField(null=True)),
                ("rest_until", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "webhooks_endpoint",
                "indexes": [
                    models.Index(
                        condition=models.Q(("paused_at", None), ("removed_at", None)),
                        fields=["seller_id"],
                        name="webhooks_told",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("paused_as", None), ("paused_at", None)),
                            models.Q(
                                ("paused_as__in", ["owner", "failing", "gone"]), ("paused_at__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="webhooks_paused",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("turn__gte", 1), ("version__gte", 1)), name="webhooks_counts"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("endpoint_id", models.UUIDField()),
                ("of_seller_id", models.BigIntegerField()),
                ("entry_id", models.UUIDField()),
                ("chain", models.UUIDField()),
                ("number", models.BigIntegerField(null=True)),
                ("kind", models.TextField()),
                ("state", models.TextField(default="waiting")),
                ("tries", models.SmallIntegerField(default=0)),
                ("status", models.SmallIntegerField(null=True)),
                ("answer", models.TextField(blank=True, default="")),
                ("millis", models.IntegerField(null=True)),
                ("created_at", models.DateTimeField()),
                ("next_at", models.DateTimeField(null=True)),
                ("done_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "webhooks_delivery",
                "indexes": [
                    models.Index(
                        condition=models.Q(("next_at__isnull", False)),
                        fields=["seller_id", "endpoint_id", "next_at"],
                        name="webhooks_due",
                    ),
                    models.Index(
                        condition=models.Q(("next_at__isnull", False)),
                        fields=["seller_id", "endpoint_id", "chain", "number"],
                        name="webhooks_ahead",
                    ),
                    models.Index(fields=["seller_id", "endpoint_id", "-id"], name="webhooks_latest"),
                    models.Index(
                        condition=models.Q(("state", "dead")),
                        fields=["seller_id", "endpoint_id", "-id"],
                        name="webhooks_dead",
                    ),
                    models.Index(
                        condition=models.Q(("done_at__isnull", False)),
                        fields=["done_at"],
                        name="webhooks_done",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("seller_id", "endpoint_id", "number"), name="webhooks_told_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_at", None), ("next_at__isnull", False), ("state", "waiting")),
                            models.Q(
                                ("done_at__isnull", False),
                                ("next_at", None),
                                ("state__in", ["delivered", "dead"]),
                            ),
                            _connector="OR",
                        ),
                        name="webhooks_delivery_state",
                    ),
                    helpdesk.archive.database.keys.SellerKey(
                        column="endpoint_id", name="webhooks_delivery_endpoint", to="webhooks.Endpoint"
                    ),
                ],
            },
        ),
        SellerOnly("webhooks_endpoint"),
        SellerOnly("webhooks_delivery"),
        Removable("webhooks_delivery"),
    ]
