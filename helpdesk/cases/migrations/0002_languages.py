"""In which language a contact was noted, for whoever hears the page instead of reading it."""

from django.db import migrations

from helpdesk.archive.database.functions import SqlFunction


class Migration(migrations.Migration):
    """Additive: the previous release goes on with the first function."""

    dependencies = [("cases", "0001_initial")]

    operations = [SqlFunction("cases/sql/cases_beside_v2.sql")]
