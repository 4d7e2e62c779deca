"""Requests for erasure, holds, and periods."""

import django.contrib.postgres.fields
import helpdesk.kernel.ids
from django.db import migrations, models

from helpdesk.archive.database.guards import AppendOnly, OperatorOnly


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("archive", "0002_erasures"),
    ]

    operations = [
        migrations.CreateModel(
            name="Hold",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("on", models.TextField()),
                ("seller_id", models.BigIntegerField(null=True)),
                ("subject_id", models.UUIDField(null=True)),
                ("reason", models.TextField()),
                ("placed_by", models.UUIDField()),
                ("placed_at", models.DateTimeField()),
                ("lift_asked_by", models.UUIDField(null=True)),
                ("lift_asked_at", models.DateTimeField(null=True)),
                ("lifted_by", models.UUIDField(null=True)),
                ("lifted_by_person", models.UUIDField(null=True)),
                ("lifted_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "retention_hold",
                "indexes": [
                    models.Index(
                        condition=models.Q(("lifted_by", None)),
                        fields=["-placed_at", "-id"],
                        name="retention_in_force",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("lifted_by_person", None),
                            models.Q(("lifted_by_person", models.F("lift_asked_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="retention_hold_two_people",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Period",
            fields=[
                ("number", models.IntegerField(primary_key=True, serialize=False)),
                ("market", models.TextField()),
                ("kept", models.TextField()),
                ("months", models.IntegerField()),
                ("effective_on", models.DateField()),
                ("published_at", models.DateTimeField()),
                ("entry_id", models.UUIDField()),
            ],
            options={
                "db_table": "retention_period",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("months__gte", 1)), name="retention_period_months"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PeriodProposal",
            fields=[
                (
                    "id",
                    models.UUIDField(default=helpdesk.kernel.ids.uuid7, primary_key=True, serialize=False),
                ),
                ("market", models.TextField()),
                ("kept", models.TextField()),
                ("months", models.IntegerField()),
                ("effective_on", models.DateField()),
                ("proposed_by", models.UUIDField()),
                ("proposed_at", models.DateTimeField()),
                ("settled_by", models.UUIDField(null=True)),
                ("settled_at", models.DateTimeField(null=True)),
                ("outcome", models.TextField(null=True)),
                ("entry_id", models.UUIDField(null=True)),
            ],
            options={
                "db_table": "retention_period_proposal",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("entry_id", None),
                            models.Q(("settled_by", models.F("proposed_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="retention_period_two_people",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Request",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("scope", models.TextField()),
                ("ground", models.TextField()),
                ("seller_id", models.BigIntegerField(null=True)),
                ("conversation_id", models.UUIDField(null=True)),
                ("buyer_id", models.UUIDField()),
                (
                    "entries",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                ("asked_by", models.UUIDField()),
                ("asked_at", models.DateTimeField()),
                ("settled_by", models.UUIDField(null=True)),
                ("settled_by_person", models.UUIDField(null=True)),
                ("settled_at", models.DateTimeField(null=True)),
                ("outcome", models.TextField(null=True)),
                ("denial", models.TextField(null=True)),
                ("profile_done_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "retention_request",
                "indexes": [
                    models.Index(fields=["-asked_at", "-id"], name="retention_requested"),
                    models.Index(
                        condition=models.Q(
                            ("outcome", "approved"), ("profile_done_at", None), ("scope", "buyer")
                        ),
                        fields=["settled_at"],
                        name="retention_to_forget",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("outcome", None),
                                ("settled_at", None),
                                ("settled_by", None),
                                ("settled_by_person", None),
                            ),
                            models.Q(
                                ("outcome__isnull", False),
                                ("settled_at__isnull", False),
                                ("settled_by__isnull", False),
                                ("settled_by_person__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="retention_request_settled",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("settled_by_person", None),
                            models.Q(("settled_by_person", models.F("asked_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="retention_request_two_people",
                    ),
                ],
            },
        ),
        OperatorOnly("retention_request"),
        OperatorOnly("retention_hold"),
        OperatorOnly("retention_period"),
        AppendOnly("retention_period"),
        OperatorOnly("retention_period_proposal"),
    ]
