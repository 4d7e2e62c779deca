"""Appeals against measures and violations."""

from django.db import migrations, models

from helpdesk.archive.database.guards import Imposed


class Migration(migrations.Migration):
    """Adds enforcement_appeal, whose decision an entry brings."""

    dependencies = [
        ("enforcement", "0001_measures"),
    ]

    operations = [
        migrations.CreateModel(
            name="Appeal",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("against", models.TextField()),
                ("subject_id", models.UUIDField()),
                ("code", models.TextField()),
                ("stays", models.BooleanField()),
                ("at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("settled_by", models.UUIDField(null=True)),
                ("settled_at", models.DateTimeField(null=True)),
                ("verdict", models.TextField(null=True)),
            ],
            options={
                "db_table": "enforcement_appeal",
                "indexes": [
                    models.Index(
                        condition=models.Q(("settled_by", None)),
                        fields=["due_at", "id"],
                        name="enforcement_appeals_due",
                    ),
                    models.Index(fields=["at"], name="enforcement_appeals_filed"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("seller_id", "subject_id"), name="enforcement_appealed_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("against__in", ["measure", "violation"])),
                        name="enforcement_appeal_against",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_at", None), ("settled_by", None), ("verdict", None)),
                            models.Q(
                                ("settled_at__isnull", False),
                                ("settled_by__isnull", False),
                                ("verdict__in", ["upheld", "changed", "reversed"]),
                            ),
                            _connector="OR",
                        ),
                        name="enforcement_appeal_settled",
                    ),
                ],
            },
        ),
        Imposed("enforcement_appeal"),
    ]
