"""The hot function that every page asks first."""

from django.db import migrations

from helpdesk.archive.database.functions import SqlFunction


class Migration(migrations.Migration):
    """Adds marketplace_seat_v1."""

    dependencies = [("marketplace", "0001_records"), ("accounts", "0001_initial")]
    operations = [SqlFunction("marketplace/sql/marketplace_seat_v1.sql")]
