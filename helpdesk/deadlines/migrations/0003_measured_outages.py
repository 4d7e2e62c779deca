"""The pulse that measures outages; a proposal has an end, and says why it was dismissed."""

from django.db import migrations, models

from helpdesk.archive.database.guards import OperatorOnly


class Migration(migrations.Migration):
    dependencies = [
        ("deadlines", "0002_whole_clock"),
    ]

    operations = [
        migrations.CreateModel(
            name="Pulse",
            fields=[
                ("id", models.SmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "deadlines_pulse",
            },
        ),
        migrations.AddConstraint(
            model_name="pulse",
            constraint=models.CheckConstraint(condition=models.Q(("id", 1)), name="deadlines_one_pulse"),
        ),
        migrations.AddField(
            model_name="outageproposal",
            name="dismissal",
            field=models.TextField(null=True),
        ),
        migrations.AlterField(
            model_name="outageproposal",
            name="ends_at",
            field=models.DateTimeField(),
        ),
        migrations.AddConstraint(
            model_name="outageproposal",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="deadlines_proposal_time"
            ),
        ),
        OperatorOnly("deadlines_pulse"),
    ]
