"""What a refused first question was about, and until when a person looks at what was held or refused."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conversations", "0008_begun"),
    ]

    operations = [
        migrations.AddField(
            model_name="attempt",
            name="check_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="attempt",
            name="check_by",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="attempt",
            name="check_due_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="attempt",
            name="market",
            field=models.TextField(null=True),
        ),
        migrations.AddField(
            model_name="attempt",
            name="offer_id",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="attempt",
            name="order_id",
            field=models.UUIDField(null=True),
        ),
        migrations.AddIndex(
            model_name="attempt",
            index=models.Index(
                condition=models.Q(("check_by__isnull", False), ("settled_by", None)),
                fields=["check_due_at", "id"],
                name="conversations_to_check",
            ),
        ),
        migrations.AddConstraint(
            model_name="attempt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("check_at", None), ("check_by", None), ("check_due_at", None)),
                    models.Q(
                        ("check_at__isnull", False),
                        ("check_by__isnull", False),
                        ("check_due_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="conversations_attempt_checked",
            ),
        ),
        migrations.AddConstraint(
            model_name="attempt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("market", None), ("offer_id", None), ("order_id", None)),
                    models.Q(("market__isnull", False), ("offer_id", None), ("order_id__isnull", False)),
                    models.Q(("market__isnull", False), ("offer_id__isnull", False), ("order_id", None)),
                    _connector="OR",
                ),
                name="conversations_attempt_about_one",
            ),
        ),
    ]
