"""The Archive's tables, their guards, and the functions that write them."""

from django.db import migrations, models

from helpdesk.archive.database.functions import SqlFunction
from helpdesk.archive.database.guards import (
    AppendOnly,
    Erasable,
    Granted,
    HandedOver,
    Known,
    Numbered,
    OperatorOnly,
    Private,
)
from helpdesk.archive.database.roles import Roles


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        Roles(),
        SqlFunction("archive/sql/archive_refuse_change.sql"),
        SqlFunction("archive/sql/archive_chain_lock_v1.sql"),
        migrations.CreateModel(
            name="Cursor",
            fields=[
                ("reaction", models.TextField(primary_key=True, serialize=False)),
                ("number", models.BigIntegerField(default=-1)),
            ],
            options={
                "db_table": "archive_cursor",
            },
        ),
        migrations.CreateModel(
            name="Parked",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "reaction", "number", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("reaction", models.TextField()),
                ("number", models.BigIntegerField()),
                ("error", models.TextField()),
                ("parked_at", models.DateTimeField()),
            ],
            options={
                "db_table": "archive_parked",
            },
        ),
        migrations.CreateModel(
            name="Entry",
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
                ("n", models.IntegerField()),
                ("kind", models.TextField()),
                ("at", models.DateTimeField()),
                ("actor", models.UUIDField()),
                ("key", models.CharField(max_length=260)),
                ("leaf", models.BinaryField()),
                ("leaf_hash", models.BinaryField()),
                ("audience", models.SmallIntegerField()),
                ("buyer_id", models.UUIDField(null=True)),
                ("receipt_key", models.TextField()),
                ("receipt", models.BinaryField()),
            ],
            options={
                "db_table": "archive_entry",
                "constraints": [
                    models.UniqueConstraint(fields=("seller_id", "chain", "n"), name="archive_entry_chain_n"),
                    models.UniqueConstraint(
                        fields=("seller_id", "actor", "key"), name="archive_entry_actor_key"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Log",
            fields=[
                ("id", models.SmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("log_id", models.UUIDField()),
                ("guard_id", models.UUIDField()),
                ("mode", models.TextField()),
                ("began_at", models.DateTimeField()),
            ],
            options={
                "db_table": "archive_log",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="archive_log_one")
                ],
            },
        ),
        migrations.CreateModel(
            name="Number",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("entry_id", models.UUIDField()),
                ("seller_id", models.BigIntegerField()),
                ("buyer_id", models.UUIDField(null=True)),
                ("audience", models.SmallIntegerField()),
                ("kind", models.TextField()),
                ("chain", models.UUIDField()),
            ],
            options={
                "db_table": "archive_number",
                "indexes": [
                    models.Index(fields=["seller_id", "number"], name="archive_number_seller"),
                    models.Index(
                        condition=models.Q(("audience", 0)),
                        fields=["buyer_id", "number"],
                        name="archive_number_buyer",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("seller_id", "entry_id"), name="archive_number_entry")
                ],
            },
        ),
        migrations.CreateModel(
            name="Pending",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "entry_id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("entry_id", models.UUIDField()),
            ],
            options={
                "db_table": "archive_pending",
            },
        ),
        migrations.CreateModel(
            name="Value",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id",
                        "entry_id",
                        "name",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("entry_id", models.UUIDField()),
                ("name", models.TextField()),
                ("value", models.BinaryField()),
                ("salt", models.BinaryField()),
                ("buyer_id", models.UUIDField(null=True)),
                ("audience", models.SmallIntegerField()),
            ],
            options={
                "db_table": "archive_value",
            },
        ),
        Private("archive_entry"),
        AppendOnly("archive_entry"),
        Granted("archive_entry", "sequencer", "SELECT"),
        Private("archive_value"),
        Erasable("archive_value"),
        Granted("archive_value", "eraser", "SELECT, DELETE"),
        HandedOver("archive_pending"),
        Granted("archive_pending", "sequencer", "SELECT, DELETE"),
        Granted("archive_pending", "auditor", "SELECT"),
        Numbered("archive_number"),
        AppendOnly("archive_number"),
        Granted("archive_number", "sequencer", "SELECT, INSERT"),
        OperatorOnly("archive_cursor"),
        OperatorOnly("archive_parked"),
        Known("archive_log"),
        AppendOnly("archive_log"),
        SqlFunction("archive/sql/archive_entry_v1.sql"),
        SqlFunction("archive/sql/archive_number_v1.sql"),
    ]
