"""What reviewers made of findings, and the messages on which it is measured what the machine misses."""

from django.db import migrations, models
from django.db.models import Q

from helpdesk.archive.database.guards import AppendOnly, OperatorOnly, Private


class Migration(migrations.Migration):
    dependencies = [
        ("conduct", "0001_verdicts"),
    ]

    operations = [
        migrations.CreateModel(
            name="Review",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("subject_id", models.UUIDField()),
                ("chain", models.UUIDField()),
                ("buyer_id", models.UUIDField()),
                ("audience", models.SmallIntegerField()),
                ("side", models.TextField()),
                ("waited", models.TextField()),
                ("decision", models.TextField()),
                ("labels", models.TextField()),
                ("weight", models.SmallIntegerField()),
                ("language", models.TextField()),
                ("pack", models.TextField()),
                ("at", models.DateTimeField()),
                ("replaces", models.UUIDField(null=True)),
            ],
            options={
                "db_table": "conduct_review",
                "indexes": [
                    models.Index(fields=["seller_id", "subject_id", "-at"], name="conduct_reviewed"),
                    models.Index(fields=["seller_id", "chain"], name="conduct_reviews_of_thread"),
                    models.Index(fields=["seller_id", "side", "-at"], name="conduct_reviews_of_seller"),
                    models.Index(fields=["buyer_id", "side", "-at"], name="conduct_reviews_of_buyer"),
                    models.Index(fields=["-at"], name="conduct_reviews_of_late"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["seller_id", "subject_id"],
                        condition=Q(replaces=None),
                        name="conduct_one_first_review",
                    ),
                    models.UniqueConstraint(
                        fields=["seller_id", "replaces"], name="conduct_one_later_review"
                    ),
                    models.CheckConstraint(
                        condition=Q(weight=0) | Q(decision="violation", weight__gt=0),
                        name="conduct_review_weight",
                    ),
                ],
            },
        ),
        Private("conduct_review"),
        AppendOnly("conduct_review"),
        migrations.CreateModel(
            name="Sample",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("chain", models.UUIDField()),
                ("buyer_id", models.UUIDField()),
                ("side", models.TextField()),
                ("language", models.TextField()),
                ("at", models.DateTimeField()),
                ("read_by", models.UUIDField(null=True)),
                ("read_at", models.DateTimeField(null=True)),
                ("found", models.TextField(null=True)),
                ("labels", models.TextField(default="")),
            ],
            options={
                "db_table": "conduct_sample",
                "indexes": [
                    models.Index(fields=["at", "id"], name="conduct_to_read", condition=Q(read_by=None)),
                    models.Index(
                        fields=["-read_at"], name="conduct_read", condition=Q(read_by__isnull=False)
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(read_by=None, read_at=None, found=None)
                        | Q(read_by__isnull=False, read_at__isnull=False, found__isnull=False),
                        name="conduct_sample_read",
                    )
                ],
            },
        ),
        OperatorOnly("conduct_sample"),
    ]
