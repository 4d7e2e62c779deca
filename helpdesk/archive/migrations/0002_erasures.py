"""Orders to erase, which the eraser carries out."""

from django.db import migrations, models

from helpdesk.archive.database.guards import Granted, Private


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Erasure",
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
                ("audience", models.SmallIntegerField()),
                ("buyer_id", models.UUIDField(null=True)),
                ("ordered_by", models.UUIDField()),
                ("ground", models.TextField()),
                ("at", models.DateTimeField()),
                ("done_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "archive_erasure",
                "indexes": [
                    models.Index(
                        condition=models.Q(("done_at", None)), fields=["at", "id"], name="archive_to_erase"
                    ),
                    models.Index(fields=["seller_id", "ordered_by"], name="archive_erased_by"),
                ],
            },
        ),
        Private("archive_erasure"),
        Granted("archive_erasure", "eraser", "SELECT, UPDATE"),
    ]
