"""What persons rule of obligations, and disputes of verdicts."""

from django.db import migrations, models

from helpdesk.archive.database.guards import SellerOnly


class Migration(migrations.Migration):
    """Adds the ruling to points, and standing_dispute, whose decision an entry brings."""

    dependencies = [
        ("standing", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="point",
            name="ruled",
            field=models.TextField(db_default="", default=""),
        ),
        migrations.AddField(
            model_name="point",
            name="ruled_by",
            field=models.UUIDField(null=True),
        ),
        migrations.CreateModel(
            name="Dispute",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("point_id", models.UUIDField()),
                ("chain", models.UUIDField()),
                ("verdict_by", models.UUIDField()),
                ("market", models.TextField()),
                ("claim", models.TextField()),
                ("at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("settled_by", models.UUIDField(null=True)),
                ("settled_at", models.DateTimeField(null=True)),
                ("outcome", models.TextField(null=True)),
                ("reason", models.TextField(null=True)),
            ],
            options={
                "db_table": "standing_dispute",
                "indexes": [
                    models.Index(
                        condition=models.Q(("settled_by", None)),
                        fields=["due_at", "id"],
                        name="standing_disputes_due",
                    ),
                    models.Index(fields=["seller_id", "-at", "id"], name="standing_disputes_of_seller"),
                    models.Index(
                        condition=models.Q(("settled_by__isnull", False)),
                        fields=["-settled_at"],
                        name="standing_disputes_settled",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("seller_id", "point_id", "verdict_by"), name="standing_disputed_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("outcome", None),
                                ("reason", None),
                                ("settled_at", None),
                                ("settled_by", None),
                            ),
                            models.Q(
                                ("outcome__isnull", False),
                                ("settled_at__isnull", False),
                                ("settled_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="standing_dispute_settled",
                    ),
                ],
            },
        ),
        SellerOnly("standing_dispute"),
    ]
