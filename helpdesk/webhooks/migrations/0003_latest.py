"""The latest deliveries first by when they were made: ids of tests say nothing of that."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("webhooks", "0002_given_up"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="delivery",
            name="webhooks_latest",
        ),
        migrations.RemoveIndex(
            model_name="delivery",
            name="webhooks_dead",
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(
                fields=["seller_id", "endpoint_id", "-created_at", "-id"], name="webhooks_latest"
            ),
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(
                condition=models.Q(("state", "dead")),
                fields=["seller_id", "endpoint_id", "-created_at", "-id"],
                name="webhooks_dead",
            ),
        ),
    ]
