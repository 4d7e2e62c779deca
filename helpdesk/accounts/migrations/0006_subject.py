"""Subjects: how a directory of another house calls one of the operator's people."""

import django.db.models.deletion
import helpdesk.kernel.ids
from django.conf import settings
from django.db import migrations, models

from helpdesk.archive.database.guards import Open


class Migration(migrations.Migration):
    dependencies = [("accounts", "0005_keys")]

    operations = [
        migrations.CreateModel(
            name="Subject",
            fields=[
                (
                    "id",
                    models.UUIDField(default=helpdesk.kernel.ids.uuid7, primary_key=True, serialize=False),
                ),
                ("issuer", models.CharField(max_length=500)),
                ("subject", models.CharField(max_length=255)),
                ("bound_at", models.DateTimeField()),
                ("bound_by", models.UUIDField()),
                ("released_at", models.DateTimeField(null=True)),
                ("released_by", models.UUIDField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="subjects",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "accounts_subject",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("released_at", None)),
                        fields=("issuer", "subject"),
                        name="accounts_subject_of_one",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("released_at", None)),
                        fields=("issuer", "person"),
                        name="accounts_subject_one_each",
                    ),
                ],
            },
        ),
        Open("accounts_subject"),
    ]
