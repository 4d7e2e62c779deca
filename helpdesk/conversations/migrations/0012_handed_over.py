"""What buyers hand over beside messages: for the courier, and for refunds."""

from django.db import migrations, models

from helpdesk.archive.database import guards


class Migration(migrations.Migration):
    """Adds conversations_handed_over, append-only: a later version counts, none is changed."""

    dependencies = [("conversations", "0011_ticks")]

    operations = [
        migrations.CreateModel(
            name="HandedOver",
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
                ("order_id", models.UUIDField()),
                ("buyer_id", models.UUIDField()),
                ("audience", models.SmallIntegerField()),
                ("what", models.TextField()),
                ("state", models.TextField()),
                ("n", models.IntegerField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "conversations_handed_over",
                "indexes": [
                    models.Index(fields=["at", "id"], name="conversations_handed_old"),
                    models.Index(fields=["buyer_id"], name="conversations_handed_buyer"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("audience", 0), ("what", "delivery")),
                            models.Q(("audience", 3), ("what", "refund")),
                            _connector="OR",
                        ),
                        name="conversations_handed_over_what",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["given", "withdrawn"])),
                        name="conversations_handed_over_state",
                    ),
                    models.UniqueConstraint(
                        fields=("seller_id", "conversation_id", "what", "n"),
                        name="conversations_handed_over_n",
                    ),
                ],
            },
        ),
        guards.Private("conversations_handed_over"),
        guards.AppendOnly("conversations_handed_over"),
    ]
