"""What measures in force take away from sellers, and the question whether they do. Adds only."""

import helpdesk.kernel.ids
import helpdesk.marketplace.models.keys
from django.db import migrations, models

from helpdesk.archive.database.functions import SqlFunction
from helpdesk.archive.database.guards import Imposed


class Migration(migrations.Migration):
    """Adds marketplace_restriction and marketplace_restrictions_v1."""

    dependencies = [("marketplace", "0008_numbers")]

    operations = [
        migrations.CreateModel(
            name="Restriction",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField(default=helpdesk.kernel.ids.uuid7)),
                ("measure_id", models.UUIDField()),
                ("kind", models.TextField()),
                ("factor", models.SmallIntegerField()),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField(null=True)),
                ("entry", models.UUIDField()),
                ("lifted_at", models.DateTimeField(null=True)),
                ("lifted_by", models.UUIDField(null=True)),
            ],
            options={
                "db_table": "marketplace_restriction",
                "constraints": [
                    helpdesk.marketplace.models.keys.OfSeller(
                        column="seller_id", name="marketplace_restriction_seller", to="marketplace.Seller"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["demotion", "messaging", "selling", "suspension", "removal"])
                        ),
                        name="marketplace_restriction_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("factor__gt", 0), ("factor__lt", 1000), ("kind", "demotion")),
                            models.Q(models.Q(("kind", "demotion"), _negated=True), ("factor", 1000)),
                            _connector="OR",
                        ),
                        name="marketplace_restriction_factor",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_at", None), ("ends_at__gt", models.F("starts_at")), _connector="OR"
                        ),
                        name="marketplace_restriction_period",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lifted_at", None), ("lifted_by", None)),
                            models.Q(("lifted_at__isnull", False), ("lifted_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="marketplace_restriction_lifted",
                    ),
                ],
            },
        ),
        Imposed("marketplace_restriction"),
        SqlFunction("marketplace/sql/marketplace_restrictions_v1.sql"),
    ]
