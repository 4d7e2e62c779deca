"""Agreements and confirmations: proposed by one side, settled by the other."""

import helpdesk.archive.database.keys
from django.db import migrations, models

from helpdesk.archive.database.functions import SqlFunction
from helpdesk.archive.database.guards import Private


class Migration(migrations.Migration):
    """Adds agreements_agreement, and the function that reads them with their words."""

    initial = True

    dependencies = [("conversations", "0013_starting"), ("archive", "0004_outsiders")]

    operations = [
        migrations.CreateModel(
            name="Agreement",
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
                ("n", models.IntegerField()),
                ("what", models.TextField()),
                ("type", models.TextField(null=True)),
                ("side", models.TextField()),
                ("owed_by", models.TextField(null=True)),
                ("amount_minor", models.BigIntegerField(null=True)),
                ("currency", models.TextField(null=True)),
                ("until", models.DateField(null=True)),
                ("due_at", models.DateTimeField(null=True)),
                ("asks", models.SmallIntegerField(default=0)),
                ("amends", models.UUIDField(null=True)),
                ("at", models.DateTimeField()),
                ("settled_by", models.UUIDField(null=True)),
                ("settled_at", models.DateTimeField(null=True)),
                ("outcome", models.TextField(null=True)),
                ("kept_by", models.UUIDField(null=True)),
                ("kept_at", models.DateTimeField(null=True)),
                ("kept_side", models.TextField(null=True)),
                ("lapsed_by", models.UUIDField(null=True)),
                ("lapsed_at", models.DateTimeField(null=True)),
                ("replaced_by", models.UUIDField(null=True)),
                ("next_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "agreements_agreement",
                "indexes": [
                    models.Index(fields=["seller_id", "-at", "-id"], name="agreements_of_seller"),
                    models.Index(fields=["buyer_id", "-at", "-id"], name="agreements_of_buyer"),
                    models.Index(fields=["seller_id", "conversation_id", "n"], name="agreements_in"),
                    models.Index(fields=["at", "id"], name="agreements_old"),
                    models.Index(
                        condition=models.Q(("next_at__isnull", False)),
                        fields=["next_at", "seller_id", "id"],
                        name="agreements_next",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("owed_by__isnull", False), ("type__isnull", False), ("what", "agreement")
                            ),
                            models.Q(
                                ("amends", None),
                                ("amount_minor", None),
                                ("owed_by", None),
                                ("type", None),
                                ("until", None),
                                ("what", "confirmation"),
                            ),
                            _connector="OR",
                        ),
                        name="agreements_what",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("amount_minor", None), ("currency", None)),
                            models.Q(("amount_minor__gt", 0), ("currency__isnull", False)),
                            _connector="OR",
                        ),
                        name="agreements_amount",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("due_at", None), ("until", None)),
                            models.Q(("due_at__gt", models.F("at")), ("until__isnull", False)),
                            _connector="OR",
                        ),
                        name="agreements_until",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", None), ("settled_at", None), ("settled_by", None)),
                            models.Q(
                                ("outcome__isnull", False),
                                ("settled_at__isnull", False),
                                ("settled_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="agreements_settled",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kept_at", None), ("kept_by", None), ("kept_side", None)),
                            models.Q(
                                ("kept_at__isnull", False),
                                ("kept_by__isnull", False),
                                ("outcome", "confirmed"),
                            ),
                            _connector="OR",
                        ),
                        name="agreements_kept",
                    ),
                    helpdesk.archive.database.keys.SellerKey(
                        column="conversation_id",
                        name="agreements_agreement_conversation",
                        to="conversations.Conversation",
                    ),
                ],
            },
        ),
        Private("agreements_agreement"),
        SqlFunction("agreements/sql/agreements_shown_v1.sql"),
    ]
