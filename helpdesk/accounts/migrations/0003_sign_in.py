"""Signing in with a password, a second factor, a passkey; sessions as their person sees them; invitations."""

import django.db.models.deletion
import helpdesk.kernel.ids
from django.conf import settings
from django.db import migrations, models

from helpdesk.archive.database.guards import Open


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_market_filter"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("usersessions", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="person",
            name="last_hat",
            field=models.CharField(blank=True, db_default="", default="", max_length=40),
        ),
        migrations.AddField(
            model_name="administratorrole", name="granted_by", field=models.UUIDField(null=True)
        ),
        migrations.AddField(
            model_name="administratorrole", name="revoked_by", field=models.UUIDField(null=True)
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.UUIDField(default=helpdesk.kernel.ids.uuid7, primary_key=True, serialize=False),
                ),
                ("digest", models.BinaryField(unique=True)),
                ("email", models.EmailField(max_length=254)),
                ("role", models.TextField()),
                ("seller_id", models.BigIntegerField(null=True)),
                ("language", models.CharField(max_length=10)),
                ("invited_by", models.UUIDField()),
                ("invited_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("accepted_at", models.DateTimeField(null=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("withdrawn_by", models.UUIDField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "accounts_invitation",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("accepted_at", None), ("withdrawn_at", None)),
                        fields=("seller_id", "email"),
                        name="accounts_invitation_open_once",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "role__in",
                                    ["support", "reviewer", "compliance", "auditor", "platform_admin"],
                                ),
                                ("seller_id", None),
                            ),
                            models.Q(
                                ("role__in", ["owner", "agent", "reader"]), ("seller_id__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="accounts_invitation_role",
                    ),
                ],
            },
        ),
        # Counted attempts of signing in, for Django's database cache. A crash may forget them.
        migrations.RunSQL(
            "CREATE UNLOGGED TABLE accounts_attempt (cache_key varchar(255) PRIMARY KEY, value text NOT NULL,"
            " expires timestamptz NOT NULL);"
            " CREATE INDEX accounts_attempt_expires ON accounts_attempt (expires);",
            "DROP TABLE accounts_attempt",
        ),
        # Whoever was enrolled so far has no password; an empty one would count as one that can be asked for.
        migrations.RunSQL(
            "UPDATE accounts_person SET password = '!' WHERE password = ''", migrations.RunSQL.noop
        ),
        Open("accounts_invitation"),
        Open("accounts_attempt"),
        Open("account_emailaddress"),
        Open("account_emailconfirmation"),  # stays empty: links are signed; but it is asked when addresses go
        Open("mfa_authenticator"),
        Open("usersessions_usersession"),
    ]
