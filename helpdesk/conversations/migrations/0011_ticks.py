"""What was said of single questions. Replies of before said nothing of them."""

import helpdesk.archive.database.keys
from django.db import migrations, models

from helpdesk.archive.database.guards import AppendOnly, Private


class Migration(migrations.Migration):
    dependencies = [
        ("conversations", "0010_load_findings"),
    ]

    operations = [
        migrations.CreateModel(
            name="Tick",
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
                ("buyer_id", models.UUIDField()),
                ("audience", models.SmallIntegerField(default=0)),
                ("side", models.TextField()),
                ("at", models.DateTimeField()),
                ("of_id", models.UUIDField(null=True)),
                ("how", models.TextField(null=True)),
                ("questions", models.SmallIntegerField()),
                ("answered", models.TextField(default="")),
                ("later", models.TextField(default="")),
                ("left_open", models.TextField(default="")),
            ],
            options={
                "db_table": "conversations_tick",
                "indexes": [
                    models.Index(fields=["seller_id", "conversation_id", "at"], name="conversations_tick_in")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("how", None), ("of_id", None), ("side", "seller")),
                            models.Q(("how__isnull", False), ("of_id__isnull", False), ("side", "buyer")),
                            _connector="OR",
                        ),
                        name="conversations_tick_of_whom",
                    ),
                    helpdesk.archive.database.keys.SellerKey(
                        column="conversation_id",
                        name="conversations_tick_conversation",
                        to="conversations.Conversation",
                    ),
                ],
            },
        ),
        Private("conversations_tick"),
        AppendOnly("conversations_tick"),
    ]
