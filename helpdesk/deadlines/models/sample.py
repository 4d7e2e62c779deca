"""What a reviewer looks at: answers that their authors stood by or that were drawn, and marks."""

from django.db import models
from django.db.models import Q

from helpdesk.deadlines.terms.samples import HIGHEST, LOWEST
from helpdesk.kernel.ids import uuid7


class Sample(models.Model):
    """`subject_id` is the entry of the message or of the mark; judged once, by the entry `judged_by`."""

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField(default=uuid7)
    kind = models.TextField()
    subject_id = models.UUIDField()
    obligation_id = models.UUIDField()
    chain = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=1)
    drawn_at = models.DateTimeField()
    judged_by = models.UUIDField(null=True)
    judged_at = models.DateTimeField(null=True)
    judgment = models.TextField(null=True)
    reliable = models.SmallIntegerField(null=True)  # marks, 1 to 4: all of them or none
    complete = models.SmallIntegerField(null=True)
    clear = models.SmallIntegerField(null=True)
    polite = models.SmallIntegerField(null=True)
    standard = models.TextField(null=True)  # the one that was broken

    class Meta:
        db_table = "deadlines_sample"
        constraints = [
            models.UniqueConstraint(fields=["seller_id", "subject_id"], name="deadlines_one_sample"),
            models.CheckConstraint(
                condition=Q(judged_by=None, judged_at=None, judgment=None)
                | Q(judged_by__isnull=False, judged_at__isnull=False, judgment__isnull=False),
                name="deadlines_sample_judged",
            ),
            models.CheckConstraint(
                condition=Q(reliable=None, complete=None, clear=None, polite=None, standard=None)
                | Q(
                    judged_by__isnull=False,
                    reliable__range=(LOWEST, HIGHEST),
                    complete__range=(LOWEST, HIGHEST),
                    clear__range=(LOWEST, HIGHEST),
                    polite__range=(LOWEST, HIGHEST),
                ),
                name="deadlines_sample_marked",
            ),
        ]
        indexes = [
            models.Index(fields=["drawn_at", "id"], name="deadlines_to_judge", condition=Q(judged_by=None)),
            models.Index(
                fields=["seller_id", "judged_at"],
                name="deadlines_judged",
                condition=Q(judged_by__isnull=False),
            ),
        ]
