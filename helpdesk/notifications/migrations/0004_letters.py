"""Notices of letters, and of an administrator who joined."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The desk's notices of letters name what waits, so that an answer settles them."""

    dependencies = [("notifications", "0003_agreements"), ("letters", "0002_closings")]

    operations = [
        migrations.RemoveConstraint(model_name="notice", name="notifications_notice_kind"),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "message",
                            "asked_again",
                            "due_50",
                            "due_80",
                            "overdue",
                            "decision",
                            "review",
                            "letter",
                            "joined",
                            "agreement",
                        ],
                    )
                ),
                name="notifications_notice_kind",
            ),
        ),
    ]
