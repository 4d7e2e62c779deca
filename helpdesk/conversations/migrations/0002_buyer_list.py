"""The buyer's list in one statement, with last words and what waits."""

from django.db import migrations

from helpdesk.archive.database.functions import SqlFunction


class Migration(migrations.Migration):
    """Adds conversation_buyer_list_v1."""

    dependencies = [("conversations", "0001_initial")]
    operations = [SqlFunction("conversations/sql/conversation_buyer_list_v1.sql")]
