"""Readings."""

import helpdesk.kernel.ids
from django.db import migrations, models

from helpdesk.archive.database.guards import AppendOnly, OperatorOnly


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("archive", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Reading",
            fields=[
                (
                    "id",
                    models.UUIDField(default=helpdesk.kernel.ids.uuid7, primary_key=True, serialize=False),
                ),
                ("person_id", models.UUIDField()),
                ("seller_id", models.BigIntegerField()),
                ("conversation_id", models.UUIDField()),
                ("reason", models.TextField()),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
            ],
            options={
                "db_table": "oversight_reading",
                "indexes": [
                    models.Index(
                        fields=["person_id", "conversation_id", "-ends_at"], name="oversight_in_force"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="oversight_reading_time",
                    )
                ],
            },
        ),
        OperatorOnly("oversight_reading"),
        AppendOnly("oversight_reading"),
    ]
