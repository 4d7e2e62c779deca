"""What was given up lately is looked for each minute, among very few rows."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("webhooks", "0001_endpoints_and_deliveries"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(
                condition=models.Q(("state", "dead"), models.Q(("answer", "paused"), _negated=True)),
                fields=["done_at"],
                name="webhooks_given_up",
            ),
        ),
    ]
