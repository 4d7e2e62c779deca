"""Imports of threads: handed in, tried, taken in."""

from django.db import migrations, models

from helpdesk.archive.database.guards import OperatorOnly


class Migration(migrations.Migration):
    """Adds conversations_intake."""

    dependencies = [
        ("conversations", "0018_imported"),
    ]

    operations = [
        migrations.CreateModel(
            name="Intake",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("person_id", models.UUIDField()),
                ("name", models.TextField(blank=True)),
                ("written", models.TextField()),
                ("key", models.TextField(blank=True)),
                ("size", models.BigIntegerField(default=0)),
                ("read", models.BigIntegerField(default=0)),
                ("asked_at", models.DateTimeField()),
                ("tried_at", models.DateTimeField(null=True)),
                ("run_at", models.DateTimeField(null=True)),
                ("beat_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("removed_at", models.DateTimeField(null=True)),
                ("entry_id", models.UUIDField(null=True)),
                ("threads", models.BigIntegerField(default=0)),
                ("begun", models.BigIntegerField(default=0)),
                ("extended", models.BigIntegerField(default=0)),
                ("messages", models.BigIntegerField(default=0)),
                ("known", models.BigIntegerField(default=0)),
                ("rejected", models.BigIntegerField(default=0)),
                ("remarked", models.BigIntegerField(default=0)),
                ("problems", models.JSONField(default=list)),
            ],
            options={
                "db_table": "conversations_intake",
                "indexes": [
                    models.Index(
                        condition=models.Q(("ended_at", None), ("removed_at", None)),
                        fields=["asked_at"],
                        name="conversations_to_bring",
                    )
                ],
            },
        ),
        OperatorOnly("conversations_intake"),
    ]
