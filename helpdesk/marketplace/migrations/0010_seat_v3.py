"""The question before every page, now with what measures have taken away. The one before stays for one release."""

from django.db import migrations

from helpdesk.archive.database.functions import SqlFunction


class Migration(migrations.Migration):
    """Adds marketplace_seat_v3."""

    dependencies = [("marketplace", "0009_restriction")]
    operations = [SqlFunction("marketplace/sql/marketplace_seat_v3.sql")]
