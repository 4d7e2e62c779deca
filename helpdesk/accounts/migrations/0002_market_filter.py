"""Which market's threads a seller's person or an administrator looks at."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the column with a default of its own: the release before does not know it."""

    dependencies = [("accounts", "0001_initial")]
    operations = [
        migrations.AddField(
            model_name="person",
            name="market_filter",
            field=models.CharField(blank=True, db_default="", default="", max_length=20),
        ),
    ]
