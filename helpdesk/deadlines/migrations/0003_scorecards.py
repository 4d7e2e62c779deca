"""Answers drawn at random, and marks for how good an answer is."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("deadlines", "0002_whole_clock"),
    ]

    operations = [
        *(
            migrations.AddField(model_name="sample", name=mark, field=models.SmallIntegerField(null=True))
            for mark in ("reliable", "complete", "clear", "polite")
        ),
        migrations.AddField(model_name="sample", name="standard", field=models.TextField(null=True)),
        migrations.AddConstraint(
            model_name="sample",
            constraint=models.CheckConstraint(
                condition=Q(reliable=None, complete=None, clear=None, polite=None, standard=None)
                | Q(
                    judged_by__isnull=False,
                    reliable__range=(1, 4),
                    complete__range=(1, 4),
                    clear__range=(1, 4),
                    polite__range=(1, 4),
                ),
                name="deadlines_sample_marked",
            ),
        ),
        migrations.AddIndex(
            model_name="sample",
            index=models.Index(
                fields=["seller_id", "judged_at"],
                name="deadlines_judged",
                condition=Q(judged_by__isnull=False),
            ),
        ),
    ]
