"""Promises, marks, moves, misses, warnings, samples, calendar versions and outages; what an obligation knows of them."""

import helpdesk.kernel.ids
from django.db import migrations, models

from helpdesk.archive.database.functions import SqlFunction
from helpdesk.archive.database.guards import AppendOnly, OperatorOnly, Private, Public

# every clock that runs already is as its message said, and the sweep looks at it first at its deadline
_FILL = """
    UPDATE deadlines_obligation SET question_id = id, opened_deadline = deadline, opened_version = calendar_version,
        next_at = CASE WHEN answered_at IS NULL THEN deadline END
"""

# the release before this one goes on calling it while both run
_OPEN_V1 = """
    CREATE OR REPLACE FUNCTION deadlines_open_v1(
        o_seller_id bigint, o_id uuid, o_chain uuid, o_buyer_id uuid, o_received_at timestamptz,
        o_deadline timestamptz, o_calendar text, o_calendar_version integer, o_zone text, o_with_order boolean
    ) RETURNS void LANGUAGE sql AS $$
        SELECT deadlines_open_v2(o_seller_id, o_id, o_chain, o_buyer_id, o_received_at, o_deadline, o_calendar,
                                 o_calendar_version, o_zone, o_with_order, 0, 86400000000, 'message', NULL,
                                 o_deadline)
    $$
"""


class Migration(migrations.Migration):
    dependencies = [
        ("deadlines", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="DueWarning",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id",
                        "obligation_id",
                        "percent",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("obligation_id", models.UUIDField()),
                ("percent", models.SmallIntegerField()),
                ("chain", models.UUIDField()),
                ("buyer_id", models.UUIDField()),
                ("audience", models.SmallIntegerField(default=1)),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "deadlines_warning",
                "indexes": [models.Index(fields=["seller_id", "-at"], name="deadlines_warned")],
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "code", "version", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("code", models.TextField()),
                ("version", models.IntegerField()),
                ("base_version", models.IntegerField()),
                ("effective_on", models.DateField()),
                ("zone", models.TextField()),
                ("first_day", models.DateField()),
                ("last_day", models.DateField()),
                ("source", models.TextField()),
                ("holidays", models.JSONField()),
                ("published_at", models.DateTimeField()),
                ("published_by", models.UUIDField()),
                ("entry_id", models.UUIDField()),
            ],
            options={
                "db_table": "deadlines_edition",
            },
        ),
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
        migrations.CreateModel(
            name="Move",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("obligation_id", models.UUIDField(null=True)),
                ("promise_id", models.UUIDField(null=True)),
                ("chain", models.UUIDField()),
                ("buyer_id", models.UUIDField()),
                ("audience", models.SmallIntegerField(default=0)),
                ("at", models.DateTimeField()),
                ("cause", models.TextField()),
                ("before", models.DateTimeField()),
                ("deadline", models.DateTimeField()),
                ("calendar_version", models.IntegerField()),
                ("outages", models.IntegerField()),
                ("verdict", models.TextField(null=True)),
            ],
            options={
                "db_table": "deadlines_move",
                "indexes": [
                    models.Index(fields=["seller_id", "obligation_id", "at"], name="deadlines_moves_of"),
                    models.Index(
                        condition=models.Q(("promise_id__isnull", False)),
                        fields=["seller_id", "promise_id", "at"],
                        name="deadlines_moves_of_promise",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("obligation_id", None), ("promise_id__isnull", False)),
                            models.Q(("obligation_id__isnull", False), ("promise_id", None)),
                            _connector="OR",
                        ),
                        name="deadlines_move_of_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("deadline__gt", models.F("before"))), name="deadlines_move_later"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Outage",
            fields=[
                ("number", models.IntegerField(primary_key=True, serialize=False)),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("reason", models.TextField()),
                ("note", models.TextField(default="")),
                ("source", models.TextField()),
                ("published_at", models.DateTimeField()),
                ("entry_id", models.UUIDField()),
            ],
            options={
                "db_table": "deadlines_outage",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="deadlines_outage_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OutageProposal",
            fields=[
                (
                    "id",
                    models.UUIDField(default=helpdesk.kernel.ids.uuid7, primary_key=True, serialize=False),
                ),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("reason", models.TextField()),
                ("note", models.TextField(default="")),
                ("source", models.TextField()),
                ("proposed_at", models.DateTimeField()),
                ("proposed_by", models.UUIDField()),
                ("settled_at", models.DateTimeField(null=True)),
                ("settled_by", models.UUIDField(null=True)),
                ("outcome", models.TextField(null=True)),
                ("dismissal", models.TextField(null=True)),
                ("outage", models.IntegerField(null=True)),
            ],
            options={
                "db_table": "deadlines_outage_proposal",
                "indexes": [
                    models.Index(
                        condition=models.Q(("settled_at", None)),
                        fields=["starts_at"],
                        name="deadlines_proposed",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="deadlines_proposal_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Promise",
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
                ("question_id", models.UUIDField()),
                ("made_at", models.DateTimeField()),
                ("promised_on", models.DateField()),
                ("opened_due_at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("calendar", models.TextField()),
                ("calendar_version", models.IntegerField()),
                ("outages", models.IntegerField(default=0)),
                ("zone", models.TextField()),
                ("with_order", models.BooleanField()),
                ("next_at", models.DateTimeField(null=True)),
                ("kept_by", models.UUIDField(null=True)),
                ("kept_at", models.DateTimeField(null=True)),
                ("verdict", models.TextField(null=True)),
                ("missed_by", models.UUIDField(null=True)),
            ],
            options={
                "db_table": "deadlines_promise",
                "indexes": [
                    models.Index(
                        condition=models.Q(("kept_by", None)),
                        fields=["seller_id", "chain"],
                        name="deadlines_promised",
                    ),
                    models.Index(
                        condition=models.Q(("next_at__isnull", False)),
                        fields=["next_at", "seller_id", "id"],
                        name="deadlines_promise_next",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("seller_id", "question_id"), name="deadlines_one_promise"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_at__gt", models.F("made_at"))), name="deadlines_promise_time"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_at__gte", models.F("opened_due_at"))),
                        name="deadlines_promise_never_shorter",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kept_at", None), ("kept_by", None), ("verdict", None)),
                            models.Q(
                                ("kept_at__isnull", False),
                                ("kept_by__isnull", False),
                                ("verdict__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="deadlines_promise_kept",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pulse",
            fields=[
                ("id", models.SmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "deadlines_pulse",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="deadlines_one_pulse")
                ],
            },
        ),
        migrations.CreateModel(
            name="Sample",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField(default=helpdesk.kernel.ids.uuid7)),
                ("kind", models.TextField()),
                ("subject_id", models.UUIDField()),
                ("obligation_id", models.UUIDField()),
                ("chain", models.UUIDField()),
                ("buyer_id", models.UUIDField()),
                ("audience", models.SmallIntegerField(default=1)),
                ("drawn_at", models.DateTimeField()),
                ("judged_by", models.UUIDField(null=True)),
                ("judged_at", models.DateTimeField(null=True)),
                ("judgment", models.TextField(null=True)),
            ],
            options={
                "db_table": "deadlines_sample",
                "indexes": [
                    models.Index(
                        condition=models.Q(("judged_by", None)),
                        fields=["drawn_at", "id"],
                        name="deadlines_to_judge",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("seller_id", "subject_id"), name="deadlines_one_sample"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("judged_at", None), ("judged_by", None), ("judgment", None)),
                            models.Q(
                                ("judged_at__isnull", False),
                                ("judged_by__isnull", False),
                                ("judgment__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="deadlines_sample_judged",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Waiver",
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
                ("reason", models.TextField()),
                ("at", models.DateTimeField()),
                ("left_us", models.BigIntegerField()),
                ("objection_until", models.DateTimeField()),
                ("objected_by", models.UUIDField(null=True)),
            ],
            options={
                "db_table": "deadlines_waiver",
                "indexes": [
                    models.Index(fields=["seller_id", "at"], name="deadlines_waived"),
                    models.Index(fields=["seller_id", "chain"], name="deadlines_waiver_of_chain"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("seller_id", "obligation_id"), name="deadlines_one_waiver"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="obligation",
            name="budget_us",
            field=models.BigIntegerField(default=86400000000),
        ),
        migrations.AddField(
            model_name="obligation",
            name="cause",
            field=models.TextField(default="message"),
        ),
        migrations.AddField(
            model_name="obligation",
            name="corrected_by",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="obligation",
            name="corrected_verdict",
            field=models.TextField(null=True),
        ),
        migrations.AddField(
            model_name="obligation",
            name="next_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="obligation",
            name="opened_deadline",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="obligation",
            name="opened_outages",
            field=models.IntegerField(default=0),
        ),
        migrations.AddField(
            model_name="obligation",
            name="opened_version",
            field=models.IntegerField(null=True),
        ),
        migrations.AddField(
            model_name="obligation",
            name="outages",
            field=models.IntegerField(default=0),
        ),
        migrations.AddField(
            model_name="obligation",
            name="overdue_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="obligation",
            name="overdue_by",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="obligation",
            name="question_id",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="obligation",
            name="voided_by",
            field=models.UUIDField(null=True),
        ),
        migrations.RunSQL(_FILL, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="obligation",
            name="opened_deadline",
            field=models.DateTimeField(),
        ),
        migrations.AlterField(
            model_name="obligation",
            name="opened_version",
            field=models.IntegerField(),
        ),
        migrations.AlterField(
            model_name="obligation",
            name="question_id",
            field=models.UUIDField(),
        ),
        migrations.AddIndex(
            model_name="obligation",
            index=models.Index(
                condition=models.Q(("next_at__isnull", False)),
                fields=["next_at", "seller_id", "id"],
                name="deadlines_next",
            ),
        ),
        migrations.AddIndex(
            model_name="obligation",
            index=models.Index(fields=["seller_id", "chain", "received_at"], name="deadlines_of_chain"),
        ),
        migrations.AddIndex(
            model_name="obligation",
            index=models.Index(fields=["seller_id", "received_at"], name="deadlines_received"),
        ),
        migrations.AddConstraint(
            model_name="obligation",
            constraint=models.CheckConstraint(
                condition=models.Q(("deadline__gte", models.F("opened_deadline"))),
                name="deadlines_obligation_never_shorter",
            ),
        ),
        migrations.AddConstraint(
            model_name="obligation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("overdue_at", None), ("overdue_by", None)),
                    models.Q(("overdue_at__isnull", False), ("overdue_by__isnull", False)),
                    _connector="OR",
                ),
                name="deadlines_obligation_overdue",
            ),
        ),
        migrations.AddConstraint(
            model_name="obligation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("corrected_by", None), ("corrected_verdict", None)),
                    models.Q(
                        ("corrected_by__isnull", False),
                        ("corrected_verdict__isnull", False),
                        ("verdict__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="deadlines_obligation_corrected",
            ),
        ),
        Private("deadlines_promise"),
        Private("deadlines_waiver"),
        Private("deadlines_miss"),
        Private("deadlines_move"),
        AppendOnly("deadlines_move"),
        Private("deadlines_warning"),
        AppendOnly("deadlines_warning"),
        Private("deadlines_sample"),
        Public("deadlines_edition"),
        AppendOnly("deadlines_edition"),
        Public("deadlines_outage"),
        AppendOnly("deadlines_outage"),
        OperatorOnly("deadlines_outage_proposal"),
        OperatorOnly("deadlines_pulse"),
        SqlFunction("deadlines/sql/deadlines_open_v2.sql"),
        SqlFunction("deadlines/sql/deadlines_answer_v2.sql"),
        SqlFunction("deadlines/sql/deadlines_promise_v1.sql"),
        SqlFunction("deadlines/sql/deadlines_sample_v1.sql"),
        SqlFunction("deadlines/sql/deadlines_keep_v1.sql"),
        SqlFunction("deadlines/sql/deadlines_history_v1.sql"),
        migrations.RunSQL(_OPEN_V1, migrations.RunSQL.noop),
    ]
