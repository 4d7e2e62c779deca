"""The hot function that every page asks first, now with the market. The one before stays for one release."""

from django.db import migrations

from helpdesk.archive.database.functions import SqlFunction


class Migration(migrations.Migration):
    """Adds marketplace_seat_v2."""

    dependencies = [("marketplace", "0002_seat"), ("accounts", "0002_market_filter")]
    operations = [SqlFunction("marketplace/sql/marketplace_seat_v2.sql")]
