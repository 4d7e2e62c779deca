"""Files of entries that one side alone sees."""

from django.db import migrations

from helpdesk.archive.database.functions import SqlFunction


class Migration(migrations.Migration):
    dependencies = [("attachments", "0003_heard")]

    operations = [SqlFunction("attachments/sql/attachments_seal_v2.sql")]
