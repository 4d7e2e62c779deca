"""Each miss has a row of its own, and a promised day can move too: what a move changed stands with it."""

import datetime as dt

from django.db import migrations, models

from helpdesk.archive.database.functions import SqlFunction
from helpdesk.archive.database.guards import Private

_NEVER = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)  # nothing was moved before this release

# so is every promise of the release before, until a calendar moves it
_FILL = "UPDATE deadlines_promise SET opened_due_at = due_at"

# conversation_post_v2 calls these two by their old names
_ANSWER_V2 = """
    CREATE OR REPLACE FUNCTION deadlines_answer_v2(
        o_seller_id bigint, o_id uuid, o_answered_by uuid, o_answered_at timestamptz, o_verdict text,
        o_deadline timestamptz, o_calendar_version integer, o_outages integer, o_voids boolean
    ) RETURNS void LANGUAGE sql AS $$
        SELECT deadlines_answer_v3(o_seller_id, o_id, o_answered_by, o_answered_at, o_verdict, o_deadline,
                                   o_calendar_version, o_outages, o_voids)
    $$
"""
_PROMISE_V1 = """
    CREATE OR REPLACE FUNCTION deadlines_promise_v1(
        p_seller_id bigint, p_id uuid, p_made_at timestamptz, p_obligation uuid, p_promised_on date,
        p_due_at timestamptz, p_next_at timestamptz
    ) RETURNS void LANGUAGE sql AS $$
        SELECT deadlines_promise_v2(p_seller_id, p_id, p_made_at, p_obligation, p_promised_on, p_due_at, p_next_at)
    $$
"""


class Migration(migrations.Migration):
    dependencies = [
        ("deadlines", "0003_measured_outages"),
    ]

    operations = [
        migrations.CreateModel(
            name="Miss",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("obligation_id", models.UUIDField()),
                ("chain", models.UUIDField()),
                ("buyer_id", models.UUIDField()),
                ("audience", models.SmallIntegerField(default=0)),
                ("at", models.DateTimeField()),
                ("deadline", models.DateTimeField()),
                ("voided_by", models.UUIDField(null=True)),
            ],
            options={
                "db_table": "deadlines_miss",
                "indexes": [
                    models.Index(fields=["seller_id", "obligation_id", "at"], name="deadlines_misses_of")
                ],
            },
        ),
        migrations.AlterField(
            model_name="move",
            name="obligation_id",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="move",
            name="promise_id",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="move",
            name="cause",
            field=models.TextField(default="calendar"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="move",
            name="before",
            field=models.DateTimeField(default=_NEVER),
            preserve_default=False,
        ),
        migrations.AddIndex(
            model_name="move",
            index=models.Index(
                fields=["seller_id", "promise_id", "at"],
                name="deadlines_moves_of_promise",
                condition=models.Q(("promise_id__isnull", False)),
            ),
        ),
        migrations.AddConstraint(
            model_name="move",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("obligation_id", None), ("promise_id__isnull", False)),
                    models.Q(("obligation_id__isnull", False), ("promise_id", None)),
                    _connector="OR",
                ),
                name="deadlines_move_of_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="move",
            constraint=models.CheckConstraint(
                condition=models.Q(("deadline__gt", models.F("before"))), name="deadlines_move_later"
            ),
        ),
        migrations.AddField(
            model_name="promise",
            name="opened_due_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.RunSQL(_FILL, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="promise",
            name="opened_due_at",
            field=models.DateTimeField(),
        ),
        migrations.AddConstraint(
            model_name="promise",
            constraint=models.CheckConstraint(
                condition=models.Q(("due_at__gte", models.F("opened_due_at"))),
                name="deadlines_promise_never_shorter",
            ),
        ),
        Private("deadlines_miss"),
        SqlFunction("deadlines/sql/deadlines_answer_v3.sql"),
        SqlFunction("deadlines/sql/deadlines_promise_v2.sql"),
        migrations.RunSQL(_ANSWER_V2, migrations.RunSQL.noop),
        migrations.RunSQL(_PROMISE_V1, migrations.RunSQL.noop),
    ]
