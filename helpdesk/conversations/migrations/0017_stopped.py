"""Threads know what measures take out of their clocks. The functions of before stay, for the release beside this."""

from django.db import migrations

from helpdesk.archive.database.functions import SqlFunction


class Migration(migrations.Migration):
    """Adds the next versions of five functions."""

    dependencies = [("conversations", "0016_restricted"), ("deadlines", "0005_stopped")]

    operations = [
        SqlFunction("conversations/sql/conversation_view_v4.sql"),
        SqlFunction("conversations/sql/conversation_buyer_list_v3.sql"),
        SqlFunction("conversations/sql/conversation_inbox_v6.sql"),
        SqlFunction("conversations/sql/conversation_load_v4.sql"),
        SqlFunction("conversations/sql/conversation_post_v5.sql"),
    ]
