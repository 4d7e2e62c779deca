"""When measures stop a seller, for the clocks of what it cannot answer meanwhile. Adds only."""

from django.db import migrations

from helpdesk.archive.database.functions import SqlFunction


class Migration(migrations.Migration):
    """Adds marketplace_stopped_v1."""

    dependencies = [("marketplace", "0010_seat_v3")]

    operations = [SqlFunction("marketplace/sql/marketplace_stopped_v1.sql")]
