"""Verdicts: what the rules found in a text, by codes and places; never a word of it, nor a hash of words."""

from django.db import models
from django.db.models import Q

from helpdesk.conduct.terms import Decision, Source
from helpdesk.kernel.ids import uuid7


class Verdict(models.Model):
    """Of one entry, once for each occasion on which something was found in it. A later pack only adds one.

    `findings` is a list of {label, rule, start, end, place, score, evidence, against, action} and, where they
    are not the usual ones, file and view; offsets count characters of the archived text. `action` is what
    became of the text by this finding. `chain` is the conversation, whether it was opened or not.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField(default=uuid7)
    entry_id = models.UUIDField()
    chain = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField()
    side = models.TextField()
    language = models.TextField()
    pack = models.TextField()
    decision = models.TextField()
    findings = models.JSONField()
    at = models.DateTimeField()
    source = models.TextField()

    class Meta:
        db_table = "conduct_verdict"
        constraints = [
            models.CheckConstraint(
                condition=Q(decision__in=[one.value for one in Decision if one is not Decision.NONE]),
                name="conduct_verdict_decision",
            ),
            models.CheckConstraint(
                condition=Q(source__in=[one.value for one in Source]), name="conduct_verdict_source"
            ),
        ]
        indexes = [
            models.Index(fields=["seller_id", "entry_id"], name="conduct_verdicts_of_entry"),
            models.Index(fields=["at", "id"], name="conduct_verdicts_by_time"),
        ]
