"""Lists say which threads began in an older system. The functions of before stay, for the release beside this."""

from django.db import migrations

from helpdesk.archive.database.functions import SqlFunction


class Migration(migrations.Migration):
    """Adds the next versions of the inbox and of the Buyer's list."""

    dependencies = [("conversations", "0019_intake")]

    operations = [
        SqlFunction("conversations/sql/conversation_inbox_v7.sql"),
        SqlFunction("conversations/sql/conversation_buyer_list_v4.sql"),
    ]
