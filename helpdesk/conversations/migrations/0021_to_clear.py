"""Imports that still have a file or name what was refused are found by an index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the index of what is to be cleared away."""

    dependencies = [("conversations", "0020_imported_listed")]

    operations = [
        migrations.AddIndex(
            model_name="intake",
            index=models.Index(
                condition=models.Q(("key", ""), ("problems", []), _negated=True),
                fields=["asked_at"],
                name="conversations_to_clear",
            ),
        ),
    ]
