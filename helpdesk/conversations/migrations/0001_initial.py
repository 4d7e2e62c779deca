"""Threads, messages, the buyer's list, and the hot functions."""

import helpdesk.archive.database.keys
from django.db import migrations, models

from helpdesk.archive.database.functions import SqlFunction
from helpdesk.archive.database.guards import AppendOnly, BuyerOnly, Private


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("marketplace", "0001_records"),
        ("deadlines", "0001_initial"),
        ("archive", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="BuyerInbox",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "buyer_id",
                        "conversation_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("buyer_id", models.UUIDField()),
                ("conversation_id", models.UUIDField()),
                ("seller_id", models.BigIntegerField()),
                ("last_number", models.BigIntegerField(default=-1)),
                ("last_at", models.DateTimeField()),
                ("messages", models.IntegerField(default=0)),
                ("unread", models.IntegerField(default=0)),
                ("read_n", models.IntegerField(default=-1)),
            ],
            options={
                "db_table": "conversations_buyer_inbox",
                "indexes": [models.Index(fields=["buyer_id", "-last_at"], name="conversations_buyer_recent")],
            },
        ),
        migrations.CreateModel(
            name="Conversation",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("buyer_id", models.UUIDField()),
                ("audience", models.SmallIntegerField(default=0)),
                ("pair", models.UUIDField()),
                ("market", models.TextField()),
                ("order_id", models.UUIDField(null=True)),
                ("offer_id", models.UUIDField(null=True)),
                ("title", models.TextField()),
                ("started_at", models.DateTimeField()),
                ("last_n", models.IntegerField(default=-1)),
                ("last_at", models.DateTimeField()),
                ("last_side", models.TextField()),
            ],
            options={
                "db_table": "conversations_conversation",
                "indexes": [models.Index(fields=["seller_id", "-last_at"], name="conversations_recent")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("seller_id", "order_id"), name="conversations_one_per_order"
                    ),
                    models.UniqueConstraint(
                        fields=("seller_id", "offer_id", "buyer_id"),
                        name="conversations_one_per_offer_and_buyer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("order_id__isnull", True), ("offer_id__isnull", True), _connector="XOR"
                        ),
                        name="conversations_about_one",
                    ),
                    helpdesk.archive.database.keys.SellerKey(
                        column="order_id", name="conversations_conversation_order", to="marketplace.Order"
                    ),
                    helpdesk.archive.database.keys.SellerKey(
                        column="offer_id", name="conversations_conversation_offer", to="marketplace.Offer"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Message",
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
                ("language", models.TextField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "conversations_message",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("seller_id", "conversation_id", "n"), name="conversations_message_n"
                    ),
                    helpdesk.archive.database.keys.SellerKey(
                        column="conversation_id",
                        name="conversations_message_conversation",
                        to="conversations.Conversation",
                    ),
                ],
            },
        ),
        migrations.RunSQL("ALTER TABLE conversations_conversation SET (fillfactor = 80)"),
        # Administrators find a file by the start of an order's number. Written here, since Django's own
        # operator classes ask every new connection for types that nothing here uses.
        migrations.RunSQL(
            "CREATE INDEX conversations_title_start ON conversations_conversation (upper(title) text_pattern_ops)"
        ),
        migrations.RunSQL("ALTER TABLE conversations_buyer_inbox SET (fillfactor = 80)"),
        Private("conversations_conversation"),
        Private("conversations_message"),
        AppendOnly("conversations_message"),
        BuyerOnly("conversations_buyer_inbox"),
        SqlFunction("conversations/sql/conversation_load_v1.sql"),
        SqlFunction("conversations/sql/conversation_post_v1.sql"),
        SqlFunction("conversations/sql/conversation_inbox_v1.sql"),
        SqlFunction("conversations/sql/conversation_view_v1.sql"),
        SqlFunction("conversations/sql/conversation_thread_v1.sql"),
    ]
