"""Cases with their steps and the dates that ended in them, contacts outside, and news of plain orders."""

import helpdesk.archive.database.keys
from django.db import migrations, models

from helpdesk.archive.database.functions import SqlFunction
from helpdesk.archive.database.guards import AppendOnly, Private


class Migration(migrations.Migration):
    """Adds the room's tables, and the functions that read them with their words."""

    initial = True

    dependencies = [
        ("archive", "0004_outsiders"),
        ("attachments", "0002_marked_and_held"),
        ("conversations", "0015_words_beside"),
        ("marketplace", "0007_moved"),
    ]

    operations = [
        migrations.CreateModel(
            name="Case",
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
                ("buyer_id", models.UUIDField()),
                ("audience", models.SmallIntegerField(default=0)),
                ("order_id", models.UUIDField()),
                ("n", models.IntegerField()),
                ("number", models.CharField(max_length=16)),
                ("situation", models.TextField()),
                ("side", models.TextField()),
                ("kind", models.TextField()),
                ("version", models.SmallIntegerField()),
                ("market", models.TextField()),
                ("law", models.TextField()),
                ("contract_on", models.DateField()),
                ("message_id", models.UUIDField(null=True)),
                ("at", models.DateTimeField()),
                ("dated_at", models.DateTimeField()),
                ("state", models.JSONField()),
                ("stage", models.TextField()),
                ("owner", models.TextField()),
                ("outcome", models.TextField(blank=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("last_by", models.UUIDField()),
                ("last_n", models.IntegerField()),
                ("last_at", models.DateTimeField()),
                ("due_at", models.DateTimeField(null=True)),
                ("due_code", models.TextField(blank=True)),
                ("next_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "cases_case",
                "indexes": [
                    models.Index(fields=["seller_id", "-at", "-id"], name="cases_of_seller"),
                    models.Index(fields=["buyer_id", "-at", "-id"], name="cases_of_buyer"),
                    models.Index(fields=["seller_id", "chain", "n"], name="cases_in"),
                    models.Index(fields=["seller_id", "number"], name="cases_number"),
                    models.Index(
                        condition=models.Q(("ended_at", None)),
                        fields=["seller_id", "owner", "due_at"],
                        name="cases_open",
                    ),
                    models.Index(
                        condition=models.Q(("ended_at", None), ("owner", "platform")),
                        fields=["due_at", "id"],
                        name="cases_platform",
                    ),
                    models.Index(
                        condition=models.Q(("next_at__isnull", False)),
                        fields=["next_at", "seller_id", "id"],
                        name="cases_next",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("outcome", "")),
                            models.Q(models.Q(("outcome", ""), _negated=True), ("ended_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="cases_case_ended",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("dated_at__lte", models.F("at"))), name="cases_case_dated"
                    ),
                    helpdesk.archive.database.keys.SellerKey(
                        column="chain", name="cases_case_conversation", to="conversations.Conversation"
                    ),
                    helpdesk.archive.database.keys.SellerKey(
                        column="order_id", name="cases_case_order", to="marketplace.Order"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Closed",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("case_id", models.UUIDField()),
                ("chain", models.UUIDField()),
                ("buyer_id", models.UUIDField()),
                ("audience", models.SmallIntegerField(default=0)),
                ("code", models.TextField()),
                ("owner", models.TextField()),
                ("due_at", models.DateTimeField()),
                ("verdict", models.TextField()),
                ("closed_by", models.UUIDField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "cases_closed",
                "indexes": [
                    models.Index(fields=["seller_id", "at"], name="cases_closed_of_seller"),
                    models.Index(fields=["seller_id", "case_id", "at"], name="cases_closed_in"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("verdict__in", ["met", "late", "missed"])),
                        name="cases_closed_verdict",
                    ),
                    helpdesk.archive.database.keys.SellerKey(
                        column="case_id", name="cases_closed_case", to="cases.Case"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contact",
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
                ("buyer_id", models.UUIDField()),
                ("audience", models.SmallIntegerField(default=0)),
                ("n", models.IntegerField()),
                ("case_id", models.UUIDField(null=True)),
                ("side", models.TextField()),
                ("channel", models.TextField()),
                ("on_day", models.DateField()),
                ("at", models.DateTimeField()),
                ("settled_by", models.UUIDField(null=True)),
                ("settled_at", models.DateTimeField(null=True)),
                ("outcome", models.TextField(null=True)),
            ],
            options={
                "db_table": "cases_contact",
                "indexes": [
                    models.Index(fields=["seller_id", "chain", "n"], name="cases_contacts_in"),
                    models.Index(fields=["at", "id"], name="cases_contacts_old"),
                ],
                "constraints": [
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
                        name="cases_contact_settled",
                    ),
                    helpdesk.archive.database.keys.SellerKey(
                        column="chain", name="cases_contact_conversation", to="conversations.Conversation"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("case_id", models.UUIDField()),
                ("chain", models.UUIDField()),
                ("buyer_id", models.UUIDField()),
                ("audience", models.SmallIntegerField(default=0)),
                ("n", models.IntegerField()),
                ("kind", models.TextField()),
                ("version", models.SmallIntegerField()),
                ("step", models.TextField()),
                ("side", models.TextField()),
                ("frm", models.TextField(blank=True)),
                ("stage", models.TextField()),
                ("outcome", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "cases_step",
                "indexes": [
                    models.Index(fields=["seller_id", "case_id", "n"], name="cases_steps"),
                    models.Index(fields=["at", "id"], name="cases_steps_old"),
                ],
                "constraints": [
                    helpdesk.archive.database.keys.SellerKey(
                        column="chain", name="cases_step_conversation", to="conversations.Conversation"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Update",
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
                ("buyer_id", models.UUIDField()),
                ("audience", models.SmallIntegerField(default=0)),
                ("order_id", models.UUIDField()),
                ("n", models.IntegerField()),
                ("what", models.TextField()),
                ("expected_on", models.DateField(null=True)),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "cases_update",
                "indexes": [
                    models.Index(fields=["seller_id", "order_id", "-at"], name="cases_updates_of_order"),
                    models.Index(fields=["at", "id"], name="cases_updates_old"),
                ],
                "constraints": [
                    helpdesk.archive.database.keys.SellerKey(
                        column="chain", name="cases_update_conversation", to="conversations.Conversation"
                    ),
                    helpdesk.archive.database.keys.SellerKey(
                        column="order_id", name="cases_update_order", to="marketplace.Order"
                    ),
                ],
            },
        ),
        Private("cases_case"),
        Private("cases_step"),
        AppendOnly("cases_step"),
        Private("cases_closed"),
        AppendOnly("cases_closed"),
        Private("cases_contact"),
        Private("cases_update"),
        AppendOnly("cases_update"),
        SqlFunction("cases/sql/cases_shown_v1.sql"),
        SqlFunction("cases/sql/cases_steps_v1.sql"),
        SqlFunction("cases/sql/cases_beside_v1.sql"),
    ]
