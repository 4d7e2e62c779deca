"""Letters between a side and the Platform, and administrators who joined a thread."""

import helpdesk.archive.database.keys
from django.db import migrations, models

from helpdesk.archive.database.functions import SqlFunction
from helpdesk.archive.database.guards import AppendOnly, Private


class Migration(migrations.Migration):
    """Adds letters_letter, whose wait an answer ends, and letters_joining, append-only."""

    initial = True

    dependencies = [("archive", "0004_outsiders"), ("conversations", "0012_handed_over")]

    operations = [
        migrations.CreateModel(
            name="Joining",
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
                ("person_id", models.UUIDField()),
                ("reason", models.TextField()),
                ("n", models.IntegerField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "letters_joining",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("seller_id", "conversation_id", "person_id"), name="letters_joined_once"
                    ),
                    helpdesk.archive.database.keys.SellerKey(
                        column="conversation_id",
                        name="letters_joining_conversation",
                        to="conversations.Conversation",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Letter",
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
                ("n", models.IntegerField()),
                ("file_id", models.UUIDField()),
                ("buyer_id", models.UUIDField(null=True)),
                ("audience", models.SmallIntegerField()),
                ("of_side", models.TextField()),
                ("side", models.TextField()),
                ("about", models.TextField()),
                ("order_id", models.UUIDField(null=True)),
                ("market", models.TextField(null=True)),
                ("language", models.TextField()),
                ("at", models.DateTimeField()),
                ("due_at", models.DateTimeField(null=True)),
                ("answered_by", models.UUIDField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "letters_letter",
                "indexes": [
                    models.Index(
                        condition=models.Q(("answered_by", None), ("due_at__isnull", False)),
                        fields=["due_at", "id"],
                        name="letters_waiting",
                    ),
                    models.Index(
                        condition=models.Q(("answered_by", None), _negated=True),
                        fields=["-answered_at", "id"],
                        name="letters_answered",
                    ),
                    models.Index(fields=["seller_id", "file_id", "n"], name="letters_of_file"),
                    models.Index(fields=["buyer_id", "-at"], name="letters_of_buyer"),
                    models.Index(fields=["at", "id"], name="letters_old"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("seller_id", "chain", "n"), name="letters_letter_n"),
                    models.UniqueConstraint(
                        condition=models.Q(("answered_by", None), ("due_at__isnull", False)),
                        fields=("seller_id", "chain"),
                        name="letters_one_waits",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("answered_by", None)),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                                ("due_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="letters_letter_answered",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("about", "order"), ("order_id__isnull", False)),
                            models.Q(("about__in", ["conversation", "platform"]), ("order_id", None)),
                            _connector="OR",
                        ),
                        name="letters_letter_about",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("audience", 1), ("of_side", "seller")),
                            models.Q(("audience", 3), ("of_side", "buyer")),
                            _connector="OR",
                        ),
                        name="letters_letter_of_side",
                    ),
                ],
            },
        ),
        Private("letters_letter"),
        Private("letters_joining"),
        AppendOnly("letters_joining"),
        SqlFunction("letters/sql/letters_beside_v1.sql"),
    ]
