"""Standing: obligations as leaves tell them, scores of each day, what was published."""

from django.db import migrations, models

from helpdesk.archive.database.guards import AppendOnly, OperatorOnly, Public, SellerOnly


class Migration(migrations.Migration):
    """Adds the tables of the room."""

    initial = True

    dependencies = [("archive", "0004_outsiders")]

    operations = [
        migrations.CreateModel(
            name="Point",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("seller", models.UUIDField()),
                ("pair", models.UUIDField()),
                ("chain", models.UUIDField()),
                ("matter", models.TextField()),
                ("with_order", models.BooleanField()),
                ("deadline_us", models.BigIntegerField()),
                ("state", models.TextField()),
                ("overrun_us", models.BigIntegerField()),
                ("by_entry", models.UUIDField()),
                ("code", models.TextField()),
                ("settles", models.UUIDField(null=True)),
                ("like_id", models.UUIDField(null=True)),
            ],
            options={"db_table": "standing_point"},
        ),
        migrations.CreateModel(
            name="Snapshot",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id",
                        "counted_on",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("counted_on", models.DateField()),
                ("seller", models.UUIDField()),
                ("weights", models.IntegerField()),
                ("through", models.BigIntegerField()),
                ("n", models.DecimalField(decimal_places=0, max_digits=60)),
                ("m", models.DecimalField(decimal_places=0, max_digits=60)),
                ("answers_n", models.DecimalField(decimal_places=0, max_digits=60)),
                ("answers_m", models.DecimalField(decimal_places=0, max_digits=60)),
            ],
            options={
                "db_table": "standing_snapshot",
                "indexes": [models.Index(fields=["counted_on", "seller_id"], name="standing_snapshot_day")],
            },
        ),
        migrations.CreateModel(
            name="WeightsVersion",
            fields=[
                ("version", models.IntegerField(primary_key=True, serialize=False)),
                ("content", models.JSONField()),
                ("effective_on", models.DateField()),
                ("published_at", models.DateTimeField()),
                ("entry_id", models.UUIDField()),
            ],
            options={"db_table": "standing_weights"},
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("at", models.DateTimeField()),
                ("counted_on", models.DateField(null=True)),
                ("rank", models.IntegerField()),
                ("visibility", models.IntegerField()),
                ("measure", models.IntegerField()),
                ("level", models.TextField()),
                ("weights", models.IntegerField()),
            ],
            options={
                "db_table": "standing_publication",
                "indexes": [models.Index(fields=["seller_id", "-at"], name="standing_published")],
            },
        ),
        migrations.CreateModel(
            name="Feed",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("seller_id", models.BigIntegerField()),
                ("entry_id", models.UUIDField()),
            ],
            options={"db_table": "standing_feed"},
        ),
        migrations.CreateModel(
            name="Shown",
            fields=[
                ("seller_id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("rated", models.BooleanField(default=False)),
                ("due", models.BooleanField(default=True)),
                ("snapshot_on", models.DateField(null=True)),
                ("rank", models.IntegerField(null=True)),
                ("level", models.TextField(null=True)),
                ("published_by", models.UUIDField(null=True)),
            ],
            options={
                "db_table": "standing_shown",
                "indexes": [
                    models.Index(
                        condition=models.Q(("due", True)), fields=["seller_id"], name="standing_due"
                    ),
                    models.Index(
                        condition=models.Q(("rated", True)),
                        fields=["snapshot_on", "seller_id"],
                        name="standing_to_count",
                    ),
                ],
            },
        ),
        SellerOnly("standing_point"),
        SellerOnly("standing_snapshot"),
        AppendOnly("standing_snapshot"),
        Public("standing_weights"),
        AppendOnly("standing_weights"),
        SellerOnly("standing_publication"),
        AppendOnly("standing_publication"),
        OperatorOnly("standing_feed"),
        AppendOnly("standing_feed"),
        SellerOnly("standing_shown"),
    ]
