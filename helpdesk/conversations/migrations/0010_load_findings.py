"""A repeated post is told what was found in it. The version before stays, for the release beside this."""

from django.db import migrations

from helpdesk.archive.database.functions import SqlFunction


class Migration(migrations.Migration):
    dependencies = [
        ("conversations", "0009_verdicts_and_checks"),
        ("conduct", "0001_verdicts"),
    ]
    operations = [SqlFunction("conversations/sql/conversation_load_v3.sql")]
