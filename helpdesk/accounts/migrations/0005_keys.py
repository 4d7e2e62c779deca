"""Shops' keys with names and successors, the Platform's machines, and what each credential may still ask for."""

import django.db.models.deletion
import helpdesk.kernel.ids
from django.conf import settings
from django.db import migrations, models

from helpdesk.archive.database.guards import Open


class Migration(migrations.Migration):
    dependencies = [("accounts", "0004_launch")]

    operations = [
        migrations.AddField(
            "token", "name", models.CharField(blank=True, db_default="", default="", max_length=80)
        ),
        migrations.AddField("token", "made_by", models.UUIDField(null=True)),
        migrations.AddField("token", "replaces", models.UUIDField(null=True)),
        migrations.AddField("token", "used_at", models.DateTimeField(null=True)),
        migrations.AddIndex(
            "token",
            models.Index(
                condition=models.Q(("name", ""), _negated=True),
                fields=["seller_id"],
                name="accounts_token_keys",
            ),
        ),
        migrations.CreateModel(
            name="Client",
            fields=[
                (
                    "id",
                    models.UUIDField(default=helpdesk.kernel.ids.uuid7, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=120)),
                ("digest", models.BinaryField(unique=True)),
                ("prefix", models.CharField(max_length=20)),
                ("scopes", models.CharField(max_length=200)),
                ("made_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="clients",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"db_table": "accounts_client"},
        ),
        # Buckets fill within a minute: a crash may forget them.
        migrations.RunSQL(
            "CREATE UNLOGGED TABLE accounts_allowance (credential uuid PRIMARY KEY,"
            " level double precision NOT NULL, granted integer NOT NULL, at timestamptz NOT NULL)"
            " WITH (fillfactor = 50)",
            "DROP TABLE accounts_allowance",
        ),
        Open("accounts_client"),
        Open("accounts_allowance"),
    ]
