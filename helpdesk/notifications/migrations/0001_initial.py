"""Notices, the ways they leave, and what people wish."""

import django.contrib.postgres.fields
import helpdesk.archive.database.keys
from django.db import migrations, models

from helpdesk.archive.database.guards import Open, Private


class Migration(migrations.Migration):
    initial = True

    dependencies = [("archive", "0004_outsiders")]

    operations = [
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("kind", models.TextField()),
                ("subject_id", models.UUIDField()),
                ("person_id", models.UUIDField()),
                ("side", models.TextField()),
                ("conversation_id", models.UUIDField()),
                ("buyer_id", models.UUIDField(null=True)),
                ("audience", models.SmallIntegerField()),
                ("obligation_id", models.UUIDField(null=True)),
                ("n", models.IntegerField(null=True)),
                ("at", models.DateTimeField()),
                ("read_at", models.DateTimeField(null=True)),
                ("settled_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "notifications_notice",
                "indexes": [
                    models.Index(fields=["person_id", "-at", "-id"], name="notifications_of_person"),
                    models.Index(
                        condition=models.Q(("read_at", None), ("settled_at", None)),
                        fields=["person_id"],
                        name="notifications_unread",
                    ),
                    models.Index(
                        condition=models.Q(("settled_at", None)),
                        fields=["seller_id", "conversation_id"],
                        name="notifications_open_of_thread",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("seller_id", "subject_id", "kind", "person_id"),
                        name="notifications_told_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                ["message", "asked_again", "due_50", "due_80", "overdue", "decision"],
                            )
                        ),
                        name="notifications_notice_kind",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("notice_id", models.UUIDField()),
                ("person_id", models.UUIDField()),
                ("buyer_id", models.UUIDField(null=True)),
                ("audience", models.SmallIntegerField()),
                ("channel", models.TextField()),
                ("state", models.TextField(default="waiting")),
                ("due_at", models.DateTimeField()),
                ("next_at", models.DateTimeField(null=True)),
                ("mail_id", models.UUIDField(null=True)),
                ("tries", models.SmallIntegerField(default=0)),
                ("answer", models.TextField(blank=True, default="")),
                ("done_at", models.DateTimeField(null=True)),
                ("number", models.BigIntegerField(null=True)),
            ],
            options={
                "db_table": "notifications_delivery",
                "indexes": [
                    models.Index(
                        condition=models.Q(("next_at__isnull", False)),
                        fields=["channel", "next_at"],
                        name="notifications_due",
                    ),
                    models.Index(fields=["person_id", "-due_at"], name="notifications_ways_of_person"),
                    models.Index(
                        condition=models.Q(("mail_id__isnull", False)),
                        fields=["mail_id"],
                        name="notifications_mail",
                    ),
                    models.Index(
                        condition=models.Q(("number__isnull", False)),
                        fields=["number"],
                        name="notifications_number",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("seller_id", "notice_id", "channel"), name="notifications_delivered_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("channel__in", ["mail", "platform"])),
                        name="notifications_delivery_channel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_at", None), ("next_at__isnull", False), ("state", "waiting")),
                            models.Q(
                                models.Q(("state", "waiting"), _negated=True),
                                ("done_at__isnull", False),
                                ("next_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="notifications_delivery_state",
                    ),
                    helpdesk.archive.database.keys.SellerKey(
                        column="notice_id", name="notifications_delivery_notice", to="notifications.Notice"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Wish",
            fields=[
                ("person_id", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "mailed",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None),
                ),
                ("rhythm", models.TextField(default="at_once")),
                ("zone", models.TextField(blank=True, default="")),
                ("digest_at", models.SmallIntegerField(default=480)),
                ("quiet_from", models.SmallIntegerField(default=1260)),
                ("quiet_until", models.SmallIntegerField(default=420)),
            ],
            options={
                "db_table": "notifications_wish",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("digest_at__range", (0, 1439)),
                            ("quiet_from__range", (0, 1439)),
                            ("quiet_until__range", (0, 1439)),
                        ),
                        name="notifications_wish_minutes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rhythm__in", ["at_once", "hourly", "daily"])),
                        name="notifications_wish_rhythm",
                    ),
                ],
            },
        ),
        Private("notifications_notice"),
        Private("notifications_delivery"),
        Open("notifications_wish"),
    ]
