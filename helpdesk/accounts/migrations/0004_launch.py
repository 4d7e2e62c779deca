"""Launches: links by which the Platform's page lets one person in, once."""

import helpdesk.kernel.ids
from django.db import migrations, models

from helpdesk.archive.database.guards import Open


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_sign_in"),
    ]

    operations = [
        migrations.CreateModel(
            name="Launch",
            fields=[
                (
                    "id",
                    models.UUIDField(default=helpdesk.kernel.ids.uuid7, primary_key=True, serialize=False),
                ),
                ("digest", models.BinaryField(unique=True)),
                ("person_id", models.UUIDField()),
                ("side", models.TextField()),
                ("seller_id", models.BigIntegerField(null=True)),
                ("doing", models.TextField()),
                ("what", models.TextField(blank=True)),
                ("place", models.CharField(blank=True, max_length=64)),
                ("language", models.CharField(blank=True, max_length=35)),
                ("issued_by", models.UUIDField()),
                ("issued_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField(db_index=True)),
                ("opened_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "accounts_launch",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("seller_id__isnull", False), ("side", "seller")),
                            models.Q(("seller_id__isnull", True), ("side", "buyer")),
                            _connector="OR",
                        ),
                        name="accounts_launch_whose",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("doing__in", ["ask", "problem", "open"])),
                        name="accounts_launch_doing",
                    ),
                ],
            },
        ),
        Open("accounts_launch"),
    ]
