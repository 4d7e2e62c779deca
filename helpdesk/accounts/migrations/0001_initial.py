"""People, roles of the operator's people, tokens; and the tables that Django brings."""

import django.contrib.postgres.fields
import django.db.models.deletion
import helpdesk.kernel.ids
from django.conf import settings
from django.db import migrations, models

from helpdesk.archive.database.guards import Open


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("archive", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("sessions", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "id",
                    models.UUIDField(default=helpdesk.kernel.ids.uuid7, primary_key=True, serialize=False),
                ),
                ("email", models.EmailField(max_length=254, null=True, unique=True)),
                ("display_name", models.CharField(max_length=120)),
                ("language", models.CharField(default="en", max_length=10)),
                ("market", models.CharField(blank=True, max_length=20)),
                ("disabled_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "accounts_person",
            },
        ),
        migrations.CreateModel(
            name="AdministratorRole",
            fields=[
                (
                    "id",
                    models.UUIDField(default=helpdesk.kernel.ids.uuid7, primary_key=True, serialize=False),
                ),
                ("role", models.TextField()),
                ("granted_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="administrator_roles",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "accounts_administrator_role",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("revoked_at", None)),
                        fields=("person", "role"),
                        name="accounts_administrator_role_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("role__in", ["support", "reviewer", "compliance", "auditor", "platform_admin"])
                        ),
                        name="accounts_administrator_role_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Token",
            fields=[
                (
                    "id",
                    models.UUIDField(default=helpdesk.kernel.ids.uuid7, primary_key=True, serialize=False),
                ),
                ("digest", models.BinaryField(unique=True)),
                ("prefix", models.CharField(max_length=20)),
                ("side", models.TextField()),
                (
                    "roles",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None),
                ),
                (
                    "scopes",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None),
                ),
                ("seller_id", models.BigIntegerField(null=True)),
                ("buyer_id", models.UUIDField(null=True)),
                ("created_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField(null=True)),
                ("revoked_at", models.DateTimeField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tokens",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "accounts_token",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("buyer_id", None), ("seller_id__isnull", False), ("side", "seller")),
                            models.Q(("buyer_id__isnull", False), ("seller_id", None), ("side", "buyer")),
                            models.Q(
                                ("buyer_id", None),
                                ("seller_id", None),
                                ("side__in", ["administrator", "platform"]),
                            ),
                            _connector="OR",
                        ),
                        name="accounts_token_whose",
                    )
                ],
            },
        ),
        Open("accounts_person"),
        Open("accounts_administrator_role"),
        Open("accounts_token"),
        Open("django_session"),
    ]
