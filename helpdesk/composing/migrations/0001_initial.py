"""Who is where in a thread, and what they are writing there."""

import helpdesk.archive.database.keys
from django.db import migrations, models

from helpdesk.archive.database.guards import Private, Removable


class Migration(migrations.Migration):
    initial = True

    dependencies = [("conversations", "0012_handed_over")]

    operations = [
        migrations.CreateModel(
            name="Place",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id",
                        "person_id",
                        "conversation_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("person_id", models.UUIDField()),
                ("conversation_id", models.UUIDField()),
                ("buyer_id", models.UUIDField(null=True)),
                ("audience", models.SmallIntegerField()),
                ("name", models.TextField(blank=True, default="")),
                ("doing", models.TextField()),
                ("seen_at", models.DateTimeField()),
                ("text", models.TextField(blank=True, default="")),
                ("written_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "composing_place",
                "indexes": [
                    models.Index(fields=["seller_id", "conversation_id"], name="composing_of_thread")
                ],
                "constraints": [
                    helpdesk.archive.database.keys.SellerKey(
                        column="conversation_id",
                        name="composing_place_thread",
                        to="conversations.Conversation",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("doing__in", ["reading", "answering", "gone"])),
                        name="composing_doing",
                    ),
                ],
            },
        ),
        Private("composing_place"),
        Removable("composing_place"),
        migrations.RunSQL("ALTER TABLE composing_place SET (fillfactor = 70)"),  # beats change no index
    ]
