"""Refused texts that wait for a reviewer. Those of before say nothing of their thread, so they have no row."""

from django.db import migrations, models

from helpdesk.archive.database.guards import Private


class Migration(migrations.Migration):
    dependencies = [
        ("conversations", "0005_manners_and_promises"),
    ]

    operations = [
        migrations.CreateModel(
            name="Attempt",
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
                ("audience", models.SmallIntegerField()),
                ("side", models.TextField()),
                ("code", models.TextField()),
                ("at", models.DateTimeField()),
                ("settled_by", models.UUIDField(null=True)),
                ("settled_at", models.DateTimeField(null=True)),
                ("outcome", models.TextField(null=True)),
            ],
            options={
                "db_table": "conversations_attempt",
                "indexes": [
                    models.Index(
                        condition=models.Q(("settled_by", None)),
                        fields=["at", "id"],
                        name="conversations_to_settle",
                    )
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
                        name="conversations_attempt_settled",
                    )
                ],
            },
        ),
        Private("conversations_attempt"),
    ]
