"""Files before and after their message, and the functions that carry them over."""

from django.db import migrations, models

from helpdesk.archive.database.functions import SqlFunction
from helpdesk.archive.database.guards import Private, Removable


class Migration(migrations.Migration):
    initial = True

    dependencies = [("archive", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="File",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("entry_id", models.UUIDField()),
                ("chain", models.UUIDField()),
                ("position", models.SmallIntegerField()),
                ("buyer_id", models.UUIDField()),
                ("audience", models.SmallIntegerField()),
                ("side", models.TextField()),
                ("author", models.UUIDField()),
                ("at", models.DateTimeField()),
                ("size", models.BigIntegerField()),
                ("storage_key", models.TextField()),
                ("state", models.TextField()),
                ("look_at", models.DateTimeField(null=True)),
                ("tries", models.SmallIntegerField(default=0)),
                ("examined_by", models.UUIDField(null=True)),
                ("examined_at", models.DateTimeField(null=True)),
                ("has_copy", models.BooleanField(default=False)),
                ("copy_type", models.TextField(null=True)),
                ("width", models.IntegerField(null=True)),
                ("height", models.IntegerField(null=True)),
                ("erased_at", models.DateTimeField(null=True)),
                ("dropped_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "attachments_file",
                "indexes": [
                    models.Index(
                        condition=models.Q(("look_at__isnull", False)),
                        fields=["look_at"],
                        name="attachments_to_examine",
                    ),
                    models.Index(fields=["seller_id", "author", "at"], name="attachments_of_author"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("seller_id", "entry_id", "position"), name="attachments_file_position"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("examined_at", None), ("examined_by", None)),
                            models.Q(("examined_at__isnull", False), ("examined_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="attachments_file_examined",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Upload",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seller_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seller_id", models.BigIntegerField()),
                ("id", models.UUIDField()),
                ("author", models.UUIDField()),
                ("key", models.CharField(max_length=200)),
                ("buyer_id", models.UUIDField(null=True)),
                ("audience", models.SmallIntegerField()),
                ("name", models.TextField()),
                ("type", models.TextField()),
                ("size", models.BigIntegerField()),
                ("digest", models.BinaryField()),
                ("storage_key", models.TextField()),
                ("began_at", models.DateTimeField()),
                ("stored_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "attachments_upload",
                "indexes": [models.Index(fields=["began_at"], name="attachments_unposted")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("seller_id", "author", "key"), name="attachments_upload_author_key"
                    )
                ],
            },
        ),
        migrations.RunSQL("ALTER TABLE attachments_file SET (fillfactor = 80)"),
        Private("attachments_upload"),
        Removable("attachments_upload"),
        Private("attachments_file"),
        SqlFunction("attachments/sql/attachments_load_v1.sql"),
        SqlFunction("attachments/sql/attachments_seal_v1.sql"),
        SqlFunction("attachments/sql/attachments_files_v1.sql"),
    ]
