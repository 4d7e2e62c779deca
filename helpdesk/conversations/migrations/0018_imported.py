"""Messages of an older system, and threads that say so. The view of before stays, for the release beside this."""

import helpdesk.archive.database.keys
from django.db import migrations, models

from helpdesk.archive.database.functions import SqlFunction
from helpdesk.archive.database.guards import AppendOnly, Private


class Migration(migrations.Migration):
    """Adds conversations_imported (append-only)."""

    dependencies = [
        ("conversations", "0017_stopped"),
    ]

    operations = [
        migrations.CreateModel(
            name="Imported",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("conversation_id", models.UUIDField()),
                ("n", models.IntegerField()),
                ("buyer_id", models.UUIDField()),
                ("audience", models.SmallIntegerField(default=0)),
                ("side", models.TextField()),
                ("said_at", models.DateTimeField()),
                ("at", models.DateTimeField()),
                ("thread_key", models.UUIDField()),
                ("message_key", models.UUIDField()),
            ],
            options={
                "db_table": "conversations_imported",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("seller_id", "conversation_id", "n"), name="conversations_imported_n"
                    ),
                    models.UniqueConstraint(
                        fields=("seller_id", "thread_key", "message_key"), name="conversations_imported_once"
                    ),
                    helpdesk.archive.database.keys.SellerKey(
                        column="conversation_id",
                        name="conversations_imported_conversation",
                        to="conversations.Conversation",
                    ),
                ],
            },
        ),
        Private("conversations_imported"),
        AppendOnly("conversations_imported"),
        SqlFunction("conversations/sql/conversation_view_v5.sql"),
    ]
