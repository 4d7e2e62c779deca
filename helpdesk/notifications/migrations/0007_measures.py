"""Notices of measures, proposals, appeals, reports and disputes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Five more kinds."""

    dependencies = [
        ("notifications", "0006_escalations"),
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
                        ],
                    )
                ),
                name="notifications_notice_kind",
            ),
        ),
    ]
