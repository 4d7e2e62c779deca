"""What engines made of messages."""

import helpdesk.archive.database.keys
from django.db import migrations, models

from helpdesk.archive.database.guards import Private, Removable


class Migration(migrations.Migration):
    initial = True

    dependencies = [("archive", "0004_outsiders"), ("conversations", "0012_handed_over")]

    operations = [
        migrations.CreateModel(
            name="Translation",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id",
                        "entry_id",
                        "language",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("entry_id", models.UUIDField()),
                ("language", models.TextField()),
                ("conversation_id", models.UUIDField()),
                ("buyer_id", models.UUIDField()),
                ("audience", models.SmallIntegerField()),
                ("source", models.TextField()),
                ("state", models.TextField(default="waiting")),
                ("tries", models.SmallIntegerField(default=0)),
                ("next_at", models.DateTimeField(null=True)),
                ("text", models.TextField(blank=True, default="")),
                ("engine", models.TextField(blank=True, default="")),
                ("version", models.TextField(blank=True, default="")),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "translations_translation",
                "indexes": [
                    models.Index(
                        condition=models.Q(("next_at__isnull", False)),
                        fields=["next_at"],
                        name="translations_due",
                    ),
                    models.Index(
                        fields=["seller_id", "conversation_id", "language"], name="translations_of_thread"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("next_at__isnull", False), ("state", "waiting"), ("text", "")),
                            models.Q(
                                ("next_at", None),
                                ("state", "made"),
                                models.Q(("text", ""), _negated=True),
                                models.Q(("engine", ""), _negated=True),
                            ),
                            models.Q(("next_at", None), ("state", "failed"), ("text", "")),
                            _connector="OR",
                        ),
                        name="translations_translation_state",
                    ),
                    helpdesk.archive.database.keys.SellerKey(
                        column="entry_id", name="translations_translation_message", to="conversations.Message"
                    ),
                ],
            },
        ),
        Private("translations_translation"),
        Removable("translations_translation"),
    ]
