"""Exports: asked for, made, gone."""

from django.db import migrations, models

from helpdesk.archive.database.guards import Private


class Migration(migrations.Migration):
    """Adds takeout_export."""

    dependencies = [
        ("takeout", "0001_views"),
    ]

    operations = [
        migrations.CreateModel(
            name="Export",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("audience", models.SmallIntegerField()),
                ("buyer_id", models.UUIDField(null=True)),
                ("person_id", models.UUIDField()),
                ("of_seller", models.BigIntegerField(null=True)),
                ("of_buyer", models.UUIDField(null=True)),
                ("language", models.CharField(max_length=10)),
                ("reason", models.TextField(blank=True)),
                ("asked_at", models.DateTimeField()),
                ("beat_at", models.DateTimeField(null=True)),
                ("done", models.BigIntegerField(default=0)),
                ("total", models.BigIntegerField(default=0)),
                ("tries", models.SmallIntegerField(default=0)),
                ("made_by", models.UUIDField(null=True)),
                ("made_at", models.DateTimeField(null=True)),
                ("key", models.TextField(blank=True)),
                ("entries", models.BigIntegerField(default=0)),
                ("size", models.BigIntegerField(default=0)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("removed_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "takeout_export",
                "indexes": [
                    models.Index(
                        condition=models.Q(("made_at", None)), fields=["asked_at"], name="takeout_to_make"
                    ),
                    models.Index(
                        condition=models.Q(("made_at__isnull", False), ("removed_at", None)),
                        fields=["made_at"],
                        name="takeout_ready",
                    ),
                    models.Index(fields=["person_id", "-asked_at"], name="takeout_of_person"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("of_buyer__isnull", False), ("of_seller", None)),
                            models.Q(("of_buyer", None), ("of_seller__isnull", False)),
                            _connector="OR",
                        ),
                        name="takeout_export_of_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("made_at", None), ("made_by", None)),
                            models.Q(("made_at__isnull", False), ("made_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="takeout_export_made",
                    ),
                ],
            },
        ),
        Private("takeout_export"),
    ]
