"""Searches through what people wrote, each with its reason."""

import helpdesk.kernel.ids
from django.db import migrations, models

from helpdesk.archive.database.functions import SqlFunction
from helpdesk.archive.database.guards import AppendOnly, OperatorOnly, TableGuard, role


class OneBorrower(TableGuard):
    """The application alone calls this function."""

    def statements(self) -> list[str]:
        return [
            f"REVOKE ALL ON FUNCTION {self.table} FROM PUBLIC",
            f"GRANT EXECUTE ON FUNCTION {self.table} TO {role('app')}",
        ]


class Migration(migrations.Migration):
    """Adds oversight_search, append-only, and the one look into the index that such a row allows."""

    dependencies = [("oversight", "0003_daily_verifications"), ("search", "0003_letters")]

    operations = [
        migrations.CreateModel(
            name="Search",
            fields=[
                (
                    "id",
                    models.UUIDField(default=helpdesk.kernel.ids.uuid7, primary_key=True, serialize=False),
                ),
                ("person_id", models.UUIDField()),
                ("reason", models.TextField()),
                ("market", models.TextField(null=True)),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
            ],
            options={
                "db_table": "oversight_search",
                "indexes": [models.Index(fields=["-starts_at", "-id"], name="oversight_searches_recent")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="oversight_search_time",
                    )
                ],
            },
        ),
        OperatorOnly("oversight_search"),
        AppendOnly("oversight_search"),
        SqlFunction("oversight/sql/oversight_said_v1.sql"),
        OneBorrower(
            "oversight_said_v1(uuid,uuid,timestamptz,text,text,timestamptz,timestamptz,text,boolean,integer)"
        ),
    ]
