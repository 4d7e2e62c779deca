"""Notices of webhooks that take nothing."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One more kind."""

    dependencies = [
        ("notifications", "0008_announced"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="notice",
            name="notifications_notice_kind",
        ),
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
                            "case",
                            "verdict",
                            "escalation",
                            "evidence",
                            "measure",
                            "proposal",
                            "appeal",
                            "report",
                            "dispute",
                            "weights",
                            "tracks",
                            "webhook",
                        ],
                    )
                ),
                name="notifications_notice_kind",
            ),
        ),
    ]
