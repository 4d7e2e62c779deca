"""Marks of uploads, files that wait for a person, and what became of them."""

from django.db import migrations, models

from helpdesk.archive.database.functions import SqlFunction


class Migration(migrations.Migration):
    dependencies = [
        ("attachments", "0001_uploads_and_files"),
    ]

    operations = [
        migrations.AddField(
            model_name="file",
            name="settled_as",
            field=models.TextField(null=True),
        ),
        migrations.AddField(
            model_name="file",
            name="settled_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="file",
            name="settled_by",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="upload",
            name="marked",
            field=models.TextField(null=True),
        ),
        migrations.AddIndex(
            model_name="file",
            index=models.Index(
                condition=models.Q(("erased_at", None), ("settled_by", None), ("state", "held")),
                fields=["examined_at"],
                name="attachments_held",
            ),
        ),
        migrations.AddConstraint(
            model_name="file",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("settled_as", None), ("settled_at", None), ("settled_by", None)),
                    models.Q(
                        ("settled_as__isnull", False),
                        ("settled_at__isnull", False),
                        ("settled_by__isnull", False),
                        ("state", "held"),
                    ),
                    _connector="OR",
                ),
                name="attachments_file_settled",
            ),
        ),
        SqlFunction("attachments/sql/attachments_load_v2.sql"),
        SqlFunction("attachments/sql/attachments_files_v2.sql"),
    ]
