"""What witnesses and time-stamping authorities say of our checkpoints."""

from django.db import migrations, models

from helpdesk.archive.database.guards import AppendOnly, Granted, Known


class Migration(migrations.Migration):
    dependencies = [("archive", "0003_trees")]

    operations = [
        migrations.CreateModel(
            name="Timestamp",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "tree", "size", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("tree", models.SmallIntegerField()),
                ("size", models.BigIntegerField()),
                ("note", models.TextField()),
                ("response", models.BinaryField()),
                ("at", models.DateTimeField()),
            ],
            options={"db_table": "archive_timestamp"},
        ),
        migrations.CreateModel(
            name="Cosignature",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "tree",
                        "size",
                        "witness",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("tree", models.SmallIntegerField()),
                ("size", models.BigIntegerField()),
                ("witness", models.TextField()),
                ("note", models.TextField()),
                ("line", models.TextField()),
                ("at", models.DateTimeField()),
            ],
            options={"db_table": "archive_cosignature"},
        ),
        migrations.CreateModel(
            name="Witness",
            fields=[
                ("vkey", models.TextField(primary_key=True, serialize=False)),
                ("tree", models.SmallIntegerField()),
                ("size", models.BigIntegerField(default=0)),
                ("asked_at", models.DateTimeField()),
                ("trouble", models.TextField(blank=True, default="")),
                ("since", models.DateTimeField(null=True)),
            ],
            options={"db_table": "archive_witness"},
        ),
        Known("archive_timestamp"),
        Granted("archive_timestamp", "sequencer", "INSERT"),
        AppendOnly("archive_timestamp"),
        Known("archive_cosignature"),
        Granted("archive_cosignature", "sequencer", "INSERT"),
        AppendOnly("archive_cosignature"),
        Known("archive_witness"),
        Granted("archive_witness", "sequencer", "INSERT, UPDATE"),
    ]
