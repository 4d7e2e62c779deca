"""Threads are found by the days on which something was said in them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("conversations", "0007_files")]
    operations = [
        migrations.AddIndex(
            model_name="conversation",
            index=models.Index(fields=["-started_at"], name="conversations_begun"),
        ),
    ]
