"""What waits in a seller's inbox shows the words of the entry that asks, be it a message or not."""

from django.db import migrations

from helpdesk.archive.database.functions import SqlFunction


class Migration(migrations.Migration):
    """Adds conversation_inbox_v5: a thread may begin with something else than a message."""

    dependencies = [("conversations", "0014_chosen_threads")]

    operations = [SqlFunction("conversations/sql/conversation_inbox_v5.sql")]
