"""Who published a calendar version stands beside it, as its entry knows."""

from uuid import UUID

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("deadlines", "0004_misses_and_moves"),
    ]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="published_by",
            field=models.UUIDField(default=UUID(int=0)),
            preserve_default=False,
        ),
    ]
