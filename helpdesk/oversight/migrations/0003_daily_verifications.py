"""Which verifications the worker made by itself."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("oversight", "0002_verifications"),
    ]

    operations = [
        migrations.AddField(
            model_name="verification",
            name="is_daily",
            field=models.BooleanField(db_default=False, default=False),
        ),
    ]
