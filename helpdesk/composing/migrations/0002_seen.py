"""How far each side has read a thread."""

import helpdesk.archive.database.keys
from django.db import migrations, models

from helpdesk.archive.database.guards import Private, Removable


class Migration(migrations.Migration):
    """Adds composing_seen, which both sides of a thread see."""

    dependencies = [("composing", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Seen",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id",
                        "conversation_id",
                        "side",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("conversation_id", models.UUIDField()),
                ("side", models.TextField()),
                ("buyer_id", models.UUIDField()),
                ("audience", models.SmallIntegerField(default=0)),
                ("n", models.IntegerField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "composing_seen",
                "constraints": [
                    helpdesk.archive.database.keys.SellerKey(
                        column="conversation_id",
                        name="composing_seen_thread",
                        to="conversations.Conversation",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("side__in", ["buyer", "seller"])), name="composing_seen_side"
                    ),
                ],
            },
        ),
        Private("composing_seen"),
        Removable("composing_seen"),
        migrations.RunSQL("ALTER TABLE composing_seen SET (fillfactor = 70)"),  # marks change no index
    ]
