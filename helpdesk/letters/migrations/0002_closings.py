"""Letters that nobody has to answer: who closed them, when and why."""

from django.db import migrations, models

from helpdesk.archive.database.functions import SqlFunction


class Migration(migrations.Migration):
    """A closing ends the wait as an answer does."""

    dependencies = [
        ("letters", "0001_letters_and_joinings"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="letter",
            name="letters_one_waits",
        ),
        migrations.RemoveIndex(
            model_name="letter",
            name="letters_waiting",
        ),
        migrations.AddField(
            model_name="letter",
            name="closed_as",
            field=models.TextField(null=True),
        ),
        migrations.AddField(
            model_name="letter",
            name="closed_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="letter",
            name="closed_by",
            field=models.UUIDField(null=True),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                condition=models.Q(("answered_by", None), ("closed_by", None), ("due_at__isnull", False)),
                fields=["due_at", "id"],
                name="letters_still_waiting",
            ),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                condition=models.Q(("closed_by", None), _negated=True),
                fields=["-closed_at", "id"],
                name="letters_closed",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.UniqueConstraint(
                condition=models.Q(("answered_by", None), ("closed_by", None), ("due_at__isnull", False)),
                fields=("seller_id", "chain"),
                name="letters_one_still_waits",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_as", None), ("closed_at", None), ("closed_by", None)),
                    models.Q(
                        ("answered_by", None),
                        ("closed_as__isnull", False),
                        ("closed_at__isnull", False),
                        ("closed_by__isnull", False),
                        ("due_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="letters_letter_closed",
            ),
        ),
        SqlFunction("letters/sql/letters_beside_v2.sql"),
    ]
