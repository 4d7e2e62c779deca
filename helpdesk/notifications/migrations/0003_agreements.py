"""Notices of what was proposed, settled, or not done by its day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notifications", "0002_reviewers_usual_and_lost")]

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
                            "agreement",
                        ],
                    )
                ),
                name="notifications_notice_kind",
            ),
        ),
    ]
