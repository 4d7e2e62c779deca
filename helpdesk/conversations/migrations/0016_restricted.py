"""Whoever posts is let in by the measures in force. The function of before stays, for the release beside this."""

from django.db import migrations

from helpdesk.archive.database.functions import SqlFunction


class Migration(migrations.Migration):
    """Adds conversation_post_v4."""

    dependencies = [("conversations", "0015_words_beside"), ("marketplace", "0009_restriction")]

    operations = [SqlFunction("conversations/sql/conversation_post_v4.sql")]
