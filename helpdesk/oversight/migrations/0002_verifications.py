"""What verifications found, and the list of all readings."""

import helpdesk.kernel.ids
from django.db import migrations, models

from helpdesk.archive.database.guards import AppendOnly, OperatorOnly


class Migration(migrations.Migration):
    dependencies = [
        ("oversight", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Verification",
            fields=[
                (
                    "id",
                    models.UUIDField(default=helpdesk.kernel.ids.uuid7, primary_key=True, serialize=False),
                ),
                ("person_id", models.UUIDField()),
                ("seller_id", models.BigIntegerField(null=True)),
                ("conversation_id", models.UUIDField(null=True)),
                ("started_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField()),
                ("entries", models.BigIntegerField()),
                ("pending", models.BigIntegerField()),
                ("findings", models.BigIntegerField()),
                ("named", models.JSONField(default=list)),
            ],
            options={
                "db_table": "oversight_verification",
            },
        ),
        migrations.AddIndex(
            model_name="reading",
            index=models.Index(fields=["person_id", "-starts_at", "-id"], name="oversight_mine"),
        ),
        migrations.AddIndex(
            model_name="reading",
            index=models.Index(fields=["-starts_at", "-id"], name="oversight_recent"),
        ),
        migrations.AddIndex(
            model_name="verification",
            index=models.Index(fields=["-finished_at", "-id"], name="oversight_verified"),
        ),
        migrations.AddIndex(
            model_name="verification",
            index=models.Index(
                condition=models.Q(("conversation_id", None)),
                fields=["-finished_at"],
                name="oversight_verified_whole",
            ),
        ),
        migrations.AddIndex(
            model_name="verification",
            index=models.Index(
                condition=models.Q(("findings__gt", 0)),
                fields=["-finished_at"],
                name="oversight_verified_broken",
            ),
        ),
        migrations.AddConstraint(
            model_name="verification",
            constraint=models.CheckConstraint(
                condition=models.Q(("finished_at__gte", models.F("started_at"))),
                name="oversight_verification_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="verification",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("conversation_id", None), ("seller_id", None)),
                    models.Q(("conversation_id__isnull", False), ("seller_id__isnull", False)),
                    _connector="OR",
                ),
                name="oversight_verification_of",
            ),
        ),
        OperatorOnly("oversight_verification"),
        AppendOnly("oversight_verification"),
    ]
