"""How a message was meant, and functions that start, stop, promise and keep."""

from django.db import migrations, models

from helpdesk.archive.database.functions import SqlFunction


class Migration(migrations.Migration):
    """Earlier versions stay, for the release that runs beside this one."""

    dependencies = [
        ("conversations", "0004_title_folded"),
        ("deadlines", "0002_whole_clock"),
    ]
    operations = [
        migrations.AddField(
            model_name="message",
            name="manner",
            field=models.TextField(null=True),
        ),
        SqlFunction("conversations/sql/conversation_load_v2.sql"),
        SqlFunction("conversations/sql/conversation_post_v2.sql"),
        SqlFunction("conversations/sql/conversation_view_v2.sql"),
        SqlFunction("conversations/sql/conversation_thread_v2.sql"),
        SqlFunction("conversations/sql/conversation_inbox_v3.sql"),
        SqlFunction("conversations/sql/conversation_clock_v2.sql"),
        SqlFunction("conversations/sql/conversation_buyer_list_v2.sql"),
    ]
