"""Measures: violations, published tracks, proposals, decisions, measures and their statements."""

from django.db import migrations, models

from helpdesk.archive.database.functions import SqlFunction
from helpdesk.archive.database.guards import AppendOnly, Imposed, OperatorOnly, Public


class Migration(migrations.Migration):
    """Adds the tables of the room; a measure needs the statement that its entry holds."""

    initial = True

    dependencies = [("archive", "0004_outsiders"), ("marketplace", "0009_restriction")]

    operations = [
        migrations.CreateModel(
            name="Concerned",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("buyer_id", models.UUIDField()),
            ],
            options={
                "db_table": "enforcement_concerned",
            },
        ),
        migrations.CreateModel(
            name="TracksVersion",
            fields=[
                ("version", models.IntegerField(primary_key=True, serialize=False)),
                ("content", models.JSONField()),
                ("effective_on", models.DateField()),
                ("published_at", models.DateTimeField()),
                ("entry_id", models.UUIDField()),
            ],
            options={
                "db_table": "enforcement_tracks",
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id",
                        "id",
                        "person_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("person_id", models.UUIDField()),
                ("proposal_id", models.UUIDField()),
                ("kind", models.TextField()),
                ("measure", models.TextField()),
                ("grave", models.BooleanField()),
                ("exemption", models.TextField(null=True)),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "enforcement_decision",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("seller_id", "proposal_id", "person_id"), name="enforcement_each_person_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["approve", "decline", "withdraw"])),
                        name="enforcement_decision_kind",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Measure",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("proposal_id", models.UUIDField()),
                ("kind", models.TextField()),
                ("track", models.TextField()),
                ("place", models.SmallIntegerField()),
                ("tracks", models.IntegerField()),
                ("factor", models.SmallIntegerField()),
                ("language", models.TextField()),
                ("exemption", models.TextField(null=True)),
                ("announced_at", models.DateTimeField()),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField(null=True)),
                ("appeal_until", models.DateTimeField()),
                ("stayed_by", models.UUIDField(null=True)),
                ("stayed_at", models.DateTimeField(null=True)),
                ("resumed_by", models.UUIDField(null=True)),
                ("resumed_at", models.DateTimeField(null=True)),
                ("resumed_until", models.DateTimeField(null=True)),
                ("lifted_by", models.UUIDField(null=True)),
                ("lifted_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "enforcement_measure",
                "indexes": [
                    models.Index(fields=["seller_id", "-announced_at"], name="enforcement_of_seller"),
                    models.Index(fields=["-announced_at"], name="enforcement_measures_late"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("seller_id", "proposal_id"), name="enforcement_measure_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "notice",
                                    "warning",
                                    "messaging_limit",
                                    "demotion",
                                    "selling_restriction",
                                    "suspension",
                                    "removal",
                                ],
                            ),
                            ("track__in", ["response", "conduct"]),
                        ),
                        name="enforcement_measure_codes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("starts_at__gte", models.F("announced_at")),
                            models.Q(
                                ("ends_at", None), ("ends_at__gt", models.F("starts_at")), _connector="OR"
                            ),
                            ("appeal_until__gt", models.F("announced_at")),
                        ),
                        name="enforcement_measure_period",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("exemption", None),
                            models.Q(
                                ("exemption__in", ["legal_duty", "imperative_reason", "repeated_breach"]),
                                ("kind", "removal"),
                            ),
                            _connector="OR",
                        ),
                        name="enforcement_measure_exception",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("resumed_by", None), ("stayed_at", None), ("stayed_by", None)),
                            models.Q(("stayed_at__isnull", False), ("stayed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="enforcement_measure_stayed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("resumed_at", None), ("resumed_by", None)),
                            models.Q(("resumed_at__isnull", False), ("resumed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="enforcement_measure_resumed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lifted_at", None), ("lifted_by", None)),
                            models.Q(("lifted_at__isnull", False), ("lifted_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="enforcement_measure_lifted",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Proposal",
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
                ("track", models.TextField()),
                ("place", models.SmallIntegerField()),
                ("measure", models.TextField()),
                ("days", models.SmallIntegerField()),
                ("factor", models.SmallIntegerField()),
                ("tracks", models.IntegerField()),
                ("points", models.IntegerField()),
                ("at", models.DateTimeField()),
                ("settled_by", models.UUIDField(null=True)),
                ("settled_at", models.DateTimeField(null=True)),
                ("outcome", models.TextField(null=True)),
            ],
            options={
                "db_table": "enforcement_proposal",
                "indexes": [
                    models.Index(
                        condition=models.Q(("settled_by", None)), fields=["at"], name="enforcement_waiting"
                    ),
                    models.Index(fields=["-at"], name="enforcement_proposed"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("settled_by", None)),
                        fields=("seller_id", "track"),
                        name="enforcement_one_open_proposal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "measure__in",
                                [
                                    "notice",
                                    "warning",
                                    "messaging_limit",
                                    "demotion",
                                    "selling_restriction",
                                    "suspension",
                                    "removal",
                                ],
                            ),
                            ("track__in", ["response", "conduct"]),
                        ),
                        name="enforcement_proposal_codes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("measure", "removal"), ("track", "response"), _negated=True),
                        name="enforcement_no_removal_for_answers",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", None), ("settled_at", None), ("settled_by", None)),
                            models.Q(
                                ("outcome__in", ["imposed", "declined", "withdrawn"]),
                                ("settled_at__isnull", False),
                                ("settled_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="enforcement_proposal_settled",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Violation",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("source", models.TextField()),
                ("kind", models.TextField()),
                ("points", models.IntegerField()),
                ("tracks", models.IntegerField()),
                ("chain", models.UUIDField(null=True)),
                ("subject_id", models.UUIDField(null=True)),
                ("at", models.DateTimeField()),
                ("taken_back_at", models.DateTimeField(null=True)),
                ("taken_back_by", models.UUIDField(null=True)),
            ],
            options={
                "db_table": "enforcement_violation",
                "indexes": [
                    models.Index(
                        condition=models.Q(("taken_back_at", None)),
                        fields=["seller_id", "-at"],
                        name="enforcement_counting",
                    ),
                    models.Index(fields=["-at"], name="enforcement_violations_late"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "contact",
                                    "marketing",
                                    "insult",
                                    "misleading",
                                    "false_tracking",
                                    "deal",
                                    "payment",
                                    "terms",
                                    "threat",
                                ],
                            ),
                            ("source__in", ["review", "report"]),
                        ),
                        name="enforcement_violation_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("points__gt", 0)), name="enforcement_violation_points"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("taken_back_at", None), ("taken_back_by", None)),
                            models.Q(("taken_back_at__isnull", False), ("taken_back_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="enforcement_violation_taken_back",
                    ),
                ],
            },
        ),
        Imposed("enforcement_violation"),
        OperatorOnly("enforcement_concerned"),
        AppendOnly("enforcement_concerned"),
        Public("enforcement_tracks"),
        AppendOnly("enforcement_tracks"),
        OperatorOnly("enforcement_proposal"),
        OperatorOnly("enforcement_decision"),
        AppendOnly("enforcement_decision"),
        Imposed("enforcement_measure"),
        SqlFunction("enforcement/sql/enforcement_stated.sql"),
        migrations.RunSQL(
            "CREATE TRIGGER stated BEFORE INSERT ON enforcement_measure"
            " FOR EACH ROW EXECUTE FUNCTION enforcement_stated()",
            "DROP TRIGGER stated ON enforcement_measure",
        ),
    ]
