"""What happened to a thread's clocks, in one statement."""

from django.db import migrations

from helpdesk.archive.database.functions import SqlFunction


class Migration(migrations.Migration):
    dependencies = [("deadlines", "0005_publisher")]

    operations = [SqlFunction("deadlines/sql/deadlines_history_v1.sql")]
