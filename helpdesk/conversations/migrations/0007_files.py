"""Messages with files: functions that post and show them. Earlier versions stay, for the release beside this."""

from django.db import migrations

from helpdesk.archive.database.functions import SqlFunction


class Migration(migrations.Migration):
    dependencies = [
        ("conversations", "0006_attempts"),
        ("attachments", "0001_uploads_and_files"),
    ]
    operations = [
        SqlFunction("conversations/sql/conversation_post_v3.sql"),
        SqlFunction("conversations/sql/conversation_thread_v3.sql"),
    ]
