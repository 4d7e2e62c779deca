"""Verdicts: what the rules found, by codes and places."""

from django.db import migrations, models

import helpdesk.kernel.ids
from helpdesk.archive.database.guards import AppendOnly, Private


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("archive", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Verdict",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField(default=helpdesk.kernel.ids.uuid7)),
                ("entry_id", models.UUIDField()),
                ("chain", models.UUIDField()),
                ("buyer_id", models.UUIDField()),
                ("audience", models.SmallIntegerField()),
                ("side", models.TextField()),
                ("language", models.TextField()),
                ("pack", models.TextField()),
                ("decision", models.TextField()),
                ("findings", models.JSONField()),
                ("at", models.DateTimeField()),
                ("source", models.TextField()),
            ],
            options={
                "db_table": "conduct_verdict",
                "indexes": [
                    models.Index(fields=["seller_id", "entry_id"], name="conduct_verdicts_of_entry"),
                    models.Index(fields=["at", "id"], name="conduct_verdicts_by_time"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decision__in", ["log", "warn", "hold_author", "hold_reviewer", "refuse"])
                        ),
                        name="conduct_verdict_decision",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source__in", ["post", "attempt", "file", "rescan"])),
                        name="conduct_verdict_source",
                    ),
                ],
            },
        ),
        Private("conduct_verdict"),
        AppendOnly("conduct_verdict"),
    ]
