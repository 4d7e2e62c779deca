"""Why messages were written, and what buyers mute. The functions of before stay, for the release beside this."""

from django.db import migrations, models

from helpdesk.archive.database import guards
from helpdesk.archive.database.functions import SqlFunction
from helpdesk.archive.database.keys import SellerKey


class Migration(migrations.Migration):
    """Adds conversations_reason (append-only) and conversations_mute; threads are read with both."""

    dependencies = [("conversations", "0012_handed_over")]

    operations = [
        migrations.CreateModel(
            name="Mute",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id",
                        "conversation_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("conversation_id", models.UUIDField()),
                ("buyer_id", models.UUIDField()),
                ("audience", models.SmallIntegerField(default=3)),
                ("muted_at", models.DateTimeField()),
                ("lifted_at", models.DateTimeField(null=True)),
            ],
            options={"db_table": "conversations_mute"},
        ),
        migrations.CreateModel(
            name="MessageReason",
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
                ("reason", models.TextField()),
                ("line", models.TextField(null=True)),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "conversations_reason",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("seller_id", "conversation_id", "n"), name="conversations_reason_n"
                    ),
                    SellerKey(
                        column="conversation_id",
                        to="conversations.Conversation",
                        name="conversations_reason_conversation",
                    ),
                ],
            },
        ),
        guards.Private("conversations_mute"),
        guards.Private("conversations_reason"),
        guards.AppendOnly("conversations_reason"),
        SqlFunction("conversations/sql/conversation_thread_v4.sql"),
        SqlFunction("conversations/sql/conversation_view_v3.sql"),
    ]
