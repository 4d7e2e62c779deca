"""Days of shops in numbers, so that reports look at nothing else."""

from django.db import migrations, models

from helpdesk.archive.database.guards import OperatorOnly, Removable


class Migration(migrations.Migration):
    """Two tables, of the operator alone."""

    dependencies = [
        ("oversight", "0005_said_in_cases"),
    ]

    operations = [
        migrations.CreateModel(
            name="Day",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id",
                        "market",
                        "on_day",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("market", models.TextField()),
                ("on_day", models.DateField()),
                ("asked", models.IntegerField()),
                ("met", models.IntegerField()),
                ("late", models.IntegerField()),
                ("missed", models.IntegerField()),
                ("open", models.IntegerField()),
                ("overdue", models.IntegerField()),
                ("refused", models.IntegerField()),
                ("cases", models.IntegerField()),
            ],
            options={
                "db_table": "oversight_day",
                "indexes": [models.Index(fields=["on_day", "market"], name="oversight_days")],
            },
        ),
        migrations.CreateModel(
            name="Counted",
            fields=[
                ("id", models.IntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("until_day", models.DateField()),
            ],
            options={
                "db_table": "oversight_counted",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="oversight_counted_once")
                ],
            },
        ),
        OperatorOnly("oversight_day"),
        Removable("oversight_day"),
        OperatorOnly("oversight_counted"),
    ]
