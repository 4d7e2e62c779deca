"""Reports of one side about the other, and what a person made of them."""

from django.db import migrations, models

from helpdesk.archive.database.guards import Private


class Migration(migrations.Migration):
    """Adds reports_report, which the outcome settles."""

    initial = True

    dependencies = [("archive", "0004_outsiders"), ("conversations", "0012_handed_over")]

    operations = [
        migrations.CreateModel(
            name="Report",
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
                ("buyer_id", models.UUIDField()),
                ("audience", models.SmallIntegerField()),
                ("of_side", models.TextField()),
                ("person_id", models.UUIDField()),
                ("about", models.TextField()),
                ("message_id", models.UUIDField(null=True)),
                ("message_n", models.IntegerField(null=True)),
                ("order_id", models.UUIDField(null=True)),
                ("what", models.TextField()),
                ("channel", models.TextField()),
                ("market", models.TextField()),
                ("language", models.TextField()),
                ("at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("ranks_last", models.BooleanField(default=False)),
                ("settled_by", models.UUIDField(null=True)),
                ("settled_at", models.DateTimeField(null=True)),
                ("outcome", models.TextField(null=True)),
                ("found", models.TextField(null=True)),
                ("warned", models.BooleanField(default=False)),
                ("last_until", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "reports_report",
                "indexes": [
                    models.Index(
                        condition=models.Q(("settled_by", None)),
                        fields=["ranks_last", "due_at", "id"],
                        name="reports_waiting",
                    ),
                    models.Index(
                        condition=models.Q(("settled_by", None), _negated=True),
                        fields=["-settled_at", "id"],
                        name="reports_done",
                    ),
                    models.Index(fields=["seller_id", "file_id", "n"], name="reports_of_file"),
                    models.Index(fields=["seller_id", "chain"], name="reports_of_chain"),
                    models.Index(fields=["buyer_id", "-at"], name="reports_of_buyer"),
                    models.Index(fields=["seller_id", "of_side", "-at"], name="reports_of_seller"),
                    models.Index(fields=["at", "id"], name="reports_old"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("seller_id", "chain", "n"), name="reports_report_n"),
                    models.UniqueConstraint(
                        condition=models.Q(("message_id__isnull", False)),
                        fields=("seller_id", "chain", "message_id"),
                        name="reports_once_a_message",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("found", None),
                                ("last_until", None),
                                ("outcome", None),
                                ("settled_at", None),
                                ("settled_by", None),
                                ("warned", False),
                            ),
                            models.Q(
                                ("found__isnull", False),
                                ("outcome", "founded"),
                                ("settled_at__isnull", False),
                                ("settled_by__isnull", False),
                            ),
                            models.Q(
                                ("found", None),
                                ("outcome__in", ["unfounded", "abusive"]),
                                ("settled_at__isnull", False),
                                ("settled_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="reports_report_settled",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("about", "message"),
                                ("message_id__isnull", False),
                                ("message_n__isnull", False),
                                ("order_id", None),
                            ),
                            models.Q(
                                ("about", "conversation"),
                                ("message_id", None),
                                ("message_n", None),
                                ("order_id", None),
                            ),
                            models.Q(
                                ("about", "order"),
                                ("message_id", None),
                                ("message_n", None),
                                ("order_id__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="reports_report_about",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("audience", 1), ("of_side", "seller")),
                            models.Q(("audience", 3), ("of_side", "buyer")),
                            _connector="OR",
                        ),
                        name="reports_report_of_side",
                    ),
                ],
            },
        ),
        Private("reports_report"),
    ]
