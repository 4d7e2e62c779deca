"""How a message was meant, and functions that start, stop, promise and keep."""

from django.db import migrations, models

from helpdesk.archive.database.functions import SqlFunction

_FUNCTIONS = (
    "conversation_load_v2",
    "conversation_post_v2",
    "conversation_view_v2",
    "conversation_thread_v2",
    "conversation_inbox_v3",
    "conversation_clock_v2",
    "conversation_buyer_list_v2",
)


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
        *(SqlFunction(f"conversations/sql/{name}.sql") for name in _FUNCTIONS),
    ]
