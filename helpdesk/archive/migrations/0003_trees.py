"""Trees and their right edges, and the sequencer's step that lets them grow."""

from django.db import migrations, models

from helpdesk.archive.database.functions import SqlFunction
from helpdesk.archive.database.guards import AppendOnly, Granted, Known


class Migration(migrations.Migration):
    dependencies = [("archive", "0002_erasures")]

    operations = [
        migrations.CreateModel(
            name="Tree",
            fields=[
                ("number", models.SmallIntegerField(primary_key=True, serialize=False)),
                ("log_id", models.UUIDField()),
                ("guard_id", models.UUIDField()),
                ("origin", models.TextField()),
                ("vkey", models.TextField()),
                ("first_number", models.BigIntegerField()),
                ("began_at", models.DateTimeField()),
            ],
            options={"db_table": "archive_tree"},
        ),
        migrations.CreateModel(
            name="State",
            fields=[
                ("tree", models.SmallIntegerField(primary_key=True, serialize=False)),
                ("size", models.BigIntegerField(default=0)),
                ("root", models.BinaryField()),
                ("frontier", models.BinaryField(default=b"")),
                ("at", models.DateTimeField()),
                ("guard_id", models.UUIDField()),
                ("guarded", models.BooleanField(default=False)),
                ("signed_size", models.BigIntegerField(default=0)),
                ("signed_at", models.DateTimeField(null=True)),
                ("refused", models.TextField(blank=True, default="")),
                ("refused_size", models.BigIntegerField(null=True)),
                ("refused_at", models.DateTimeField(null=True)),
            ],
            options={"db_table": "archive_state"},
        ),
        Known("archive_tree"),
        AppendOnly("archive_tree"),
        Known("archive_state"),
        Granted("archive_state", "sequencer", "UPDATE"),
        SqlFunction("archive/sql/archive_number_v2.sql"),
    ]
