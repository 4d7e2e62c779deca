"""Amendments of the shipped rules."""

from django.db import migrations, models

from helpdesk.archive.database.guards import AppendOnly, Public


class Migration(migrations.Migration):
    dependencies = [
        ("conduct", "0002_reviews"),
    ]

    operations = [
        migrations.CreateModel(
            name="Amendment",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "market", "number", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("market", models.TextField()),
                ("number", models.IntegerField()),
                ("content", models.JSONField()),
                ("forbids", models.SmallIntegerField()),
                ("published_at", models.DateTimeField()),
                ("effective_at", models.DateTimeField()),
                ("published_by", models.UUIDField()),
                ("entry_id", models.UUIDField()),
            ],
            options={
                "db_table": "conduct_amendment",
            },
        ),
        Public("conduct_amendment"),
        AppendOnly("conduct_amendment"),
    ]
