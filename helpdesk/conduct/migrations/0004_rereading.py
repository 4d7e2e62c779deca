"""Trials of rules over old messages, and how far a release has read the archive anew."""

from django.db import migrations, models
from django.db.models import Q

from helpdesk.archive.database.guards import OperatorOnly


class Migration(migrations.Migration):
    dependencies = [
        ("conduct", "0003_amendments"),
    ]

    operations = [
        migrations.CreateModel(
            name="Trial",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("market", models.TextField()),
                ("content", models.JSONField(null=True)),
                ("asked_by", models.UUIDField()),
                ("asked_at", models.DateTimeField()),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField()),
                ("total", models.IntegerField()),
                ("number", models.BigIntegerField(default=-1)),
                ("last", models.BigIntegerField(default=-1)),
                ("read", models.IntegerField(default=0)),
                ("pack", models.TextField(default="")),
                ("counts", models.JSONField(default=dict)),
                ("changes", models.JSONField(default=dict)),
                ("hits", models.JSONField(default=list)),
                ("found", models.IntegerField(default=0)),
                ("finished_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "conduct_trial",
                "indexes": [
                    models.Index(fields=["-asked_at", "-id"], name="conduct_trials_late"),
                    models.Index(
                        condition=Q(("finished_at", None)), fields=["asked_at", "id"], name="conduct_to_try"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Rescan",
            fields=[
                ("version", models.TextField(primary_key=True, serialize=False)),
                ("started_at", models.DateTimeField()),
                ("number", models.BigIntegerField(default=-1)),
                ("read", models.IntegerField(default=0)),
                ("found", models.IntegerField(default=0)),
                ("finished_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "conduct_rescan",
            },
        ),
        OperatorOnly("conduct_trial"),
        OperatorOnly("conduct_rescan"),
    ]
