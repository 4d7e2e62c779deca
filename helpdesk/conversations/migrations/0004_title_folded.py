"""Threads are found by the beginning of their title, whatever its case, also under row security."""

from django.db import migrations, models
from django.db.models.functions import Lower


class Migration(migrations.Migration):
    dependencies = [("conversations", "0003_inbox_by_market")]
    operations = [
        migrations.AddField(
            model_name="conversation",
            name="title_folded",
            field=models.GeneratedField(
                db_persist=True,
                expression=Lower("title"),
                output_field=models.TextField(db_collation="C"),
            ),
        ),
        migrations.AddIndex(
            model_name="conversation",
            index=models.Index(fields=["title_folded"], name="conversations_title"),
        ),
    ]
