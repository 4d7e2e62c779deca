"""An inbox of chosen threads. The functions of before stay, for the release beside this."""

from django.db import migrations

from helpdesk.archive.database.functions import SqlFunction


class Migration(migrations.Migration):
    """Lists and counts open questions of some threads, or of all but some."""

    dependencies = [("conversations", "0013_starting")]

    operations = [
        SqlFunction("conversations/sql/conversation_inbox_v4.sql"),
        SqlFunction("conversations/sql/conversation_waiting_v2.sql"),
    ]
