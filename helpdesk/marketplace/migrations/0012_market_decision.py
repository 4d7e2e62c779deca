"""What administrators decide of markets, each decision for good."""

import django.contrib.postgres.fields
from django.db import migrations, models

from helpdesk.archive.database import guards


class Migration(migrations.Migration):
    """Adds marketplace_market_decision."""

    dependencies = [("marketplace", "0011_stopped")]
    operations = [
        migrations.CreateModel(
            name="MarketDecision",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "market", "n", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("market", models.CharField(max_length=20)),
                ("n", models.IntegerField()),
                ("record", models.JSONField()),
                (
                    "changed",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None),
                ),
                ("upon", models.CharField(max_length=40)),
                ("decided_at", models.DateTimeField()),
                ("decided_by", models.UUIDField()),
                ("entry_id", models.UUIDField()),
            ],
            options={"db_table": "marketplace_market_decision"},
        ),
        guards.OperatorOnly("marketplace_market_decision"),
        guards.AppendOnly("marketplace_market_decision"),
    ]
