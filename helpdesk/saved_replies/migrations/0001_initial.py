"""A shop's saved replies."""

from django.db import migrations, models

from helpdesk.archive.database.guards import SellerOnly


class Migration(migrations.Migration):
    initial = True

    dependencies = [("archive", "0004_outsiders")]

    operations = [
        migrations.CreateModel(
            name="Reply",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("name", models.TextField()),
                ("bodies", models.JSONField()),
                ("version", models.IntegerField(default=1)),
                ("changed_at", models.DateTimeField()),
                ("changed_by", models.UUIDField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("withdrawn_by", models.UUIDField(null=True)),
            ],
            options={
                "db_table": "saved_replies_reply",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=("seller_id", "name"),
                        name="saved_replies_named_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("version__gte", 1)), name="saved_replies_version"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at", None), ("withdrawn_by", None)),
                            models.Q(("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="saved_replies_withdrawn",
                    ),
                ],
            },
        ),
        SellerOnly("saved_replies_reply"),
    ]
