"""Reviewers are told, too; shops have usual settings; lost mails are found at once."""

import django.contrib.postgres.fields
from django.db import migrations, models

from helpdesk.archive.database.functions import SqlFunction
from helpdesk.archive.database.guards import SellerOnly


class Migration(migrations.Migration):
    """Adds notifications_usual, and counts of one statement for pages."""

    dependencies = [
        ("notifications", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Usual",
            fields=[
                (
                    "mailed",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None),
                ),
                ("rhythm", models.TextField(default="at_once")),
                ("zone", models.TextField(blank=True, default="")),
                ("digest_at", models.SmallIntegerField(default=480)),
                ("quiet_from", models.SmallIntegerField(default=1260)),
                ("quiet_until", models.SmallIntegerField(default=420)),
                ("seller_id", models.BigIntegerField(primary_key=True, serialize=False)),
            ],
            options={
                "db_table": "notifications_usual",
                "abstract": False,
            },
        ),
        migrations.RemoveConstraint(
            model_name="notice",
            name="notifications_notice_kind",
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(
                condition=models.Q(("state__in", ["bounced", "given_up"])),
                fields=["-done_at"],
                name="notifications_lost",
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        ["message", "asked_again", "due_50", "due_80", "overdue", "decision", "review"],
                    )
                ),
                name="notifications_notice_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="usual",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("digest_at__range", (0, 1439)),
                    ("quiet_from__range", (0, 1439)),
                    ("quiet_until__range", (0, 1439)),
                ),
                name="notifications_usual_minutes",
            ),
        ),
        migrations.AddConstraint(
            model_name="usual",
            constraint=models.CheckConstraint(
                condition=models.Q(("rhythm__in", ["at_once", "hourly", "daily"])),
                name="notifications_usual_rhythm",
            ),
        ),
        SellerOnly("notifications_usual"),
        SqlFunction("notifications/sql/notifications_see_v1.sql"),
        SqlFunction("notifications/sql/notifications_unread_v1.sql"),
    ]
