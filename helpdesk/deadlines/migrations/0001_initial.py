"""Obligations, and the two functions that open and close them."""

from django.db import migrations, models

from helpdesk.archive.database.functions import SqlFunction
from helpdesk.archive.database.guards import Private


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("archive", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Obligation",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("chain", models.UUIDField()),
                ("buyer_id", models.UUIDField()),
                ("audience", models.SmallIntegerField(default=0)),
                ("received_at", models.DateTimeField()),
                ("deadline", models.DateTimeField()),
                ("calendar", models.TextField()),
                ("calendar_version", models.IntegerField()),
                ("zone", models.TextField()),
                ("with_order", models.BooleanField()),
                ("answered_by", models.UUIDField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("verdict", models.TextField(null=True)),
            ],
            options={
                "db_table": "deadlines_obligation",
                "indexes": [
                    models.Index(
                        condition=models.Q(("answered_at", None)),
                        fields=["seller_id", "deadline", "id"],
                        name="deadlines_due",
                    ),
                    models.Index(
                        condition=models.Q(("answered_at", None)),
                        fields=["seller_id", "chain"],
                        name="deadlines_open_of_chain",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("answered_by", None), ("verdict", None)),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                                ("verdict__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="deadlines_obligation_answered",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("deadline__gt", models.F("received_at"))),
                        name="deadlines_obligation_time",
                    ),
                ],
            },
        ),
        migrations.RunSQL("ALTER TABLE deadlines_obligation SET (fillfactor = 80)"),
        Private("deadlines_obligation"),
        SqlFunction("deadlines/sql/deadlines_open_v1.sql"),
        SqlFunction("deadlines/sql/deadlines_answer_v1.sql"),
    ]
