"""Which files search has the text of; those examined before are read again, one at a time."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """Additive: the previous release leaves both columns as they are."""

    dependencies = [("attachments", "0002_marked_and_held")]

    operations = [
        migrations.AddField("file", "heard_at", models.DateTimeField(null=True)),
        migrations.AddField("file", "hear_tries", models.SmallIntegerField(default=0, db_default=0)),
        migrations.AddIndex(
            "file",
            models.Index(
                fields=["at", "id"],
                name="attachments_unheard",
                condition=Q(
                    heard_at=None, erased_at=None, hear_tries__lt=3, state__in=["clean", "unexamined", "held"]
                ),
            ),
        ),
    ]
