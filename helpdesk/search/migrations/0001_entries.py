"""The index of what can be found; `btree_gin` puts the seller into it, and is part of every PostgreSQL."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.contrib.postgres.operations import BtreeGinExtension
from django.db import migrations, models

from helpdesk.archive.database import guards
from helpdesk.archive.database.functions import SqlFunction


class Migration(migrations.Migration):
    """Adds search_entry, which the application fills and empties, and the function that looks into it."""

    initial = True
    dependencies = [("archive", "0004_outsiders"), ("conversations", "0012_handed_over")]

    operations = [
        BtreeGinExtension(),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id",
                        "id",
                        "kind",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("kind", models.TextField()),
                ("conversation_id", models.UUIDField()),
                ("buyer_id", models.UUIDField()),
                ("audience", models.SmallIntegerField()),
                ("market", models.TextField()),
                ("side", models.TextField()),
                ("has_file", models.BooleanField()),
                ("at", models.DateTimeField()),
                ("words", django.contrib.postgres.search.SearchVectorField()),
            ],
            options={
                "db_table": "search_entry",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False, fields=["seller_id", "words"], name="search_entry_words"
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        condition=models.Q(("kind", "message"), _negated=True),
                        fastupdate=False,
                        fields=["words"],
                        name="search_entry_names",
                    ),
                    models.Index(fields=["seller_id", "-at"], name="search_entry_recent"),
                    models.Index(fields=["buyer_id", "-at"], name="search_entry_buyer"),
                    models.Index(fields=["seller_id", "conversation_id"], name="search_entry_thread"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["message", "thread", "person"])),
                        name="search_entry_kind",
                    )
                ],
            },
        ),
        guards.Private("search_entry"),
        guards.Removable("search_entry"),
        SqlFunction("search/sql/search_match_v1.sql"),
    ]
