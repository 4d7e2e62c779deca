"""The queue of the Platform keeps the cases in which it waits for what it asked for."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One index for another."""

    dependencies = [
        ("cases", "0002_languages"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="case",
            name="cases_platform",
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(
                    ("ended_at", None), ("stage__in", ("administrator", "appealed", "deciding", "escalated"))
                ),
                fields=["due_at", "id"],
                name="cases_before_platform",
            ),
        ),
    ]
