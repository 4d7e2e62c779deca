"""Notices of what is announced to all Sellers: other weights, other tracks."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two more kinds."""

    dependencies = [
        ("notifications", "0007_measures"),
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
                        ],
                    )
                ),
                name="notifications_notice_kind",
            ),
        ),
    ]
