"""Warnings of all sellers by their time: whoever tells people of them looks at the latest."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("deadlines", "0003_scorecards")]

    operations = [
        migrations.AddIndex(
            model_name="duewarning",
            index=models.Index(fields=["at"], name="deadlines_warned_at"),
        ),
    ]
