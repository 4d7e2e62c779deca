"""Outages of the Helpdesk: what was proposed, and what a person published."""

from django.db import models
from django.db.models import F, Q

from helpdesk.kernel.ids import uuid7


class Outage(models.Model):
    """A published interval [starts_at, ends_at) that no clock counts. Numbered 1, 2, 3 ... without gaps."""

    number = models.IntegerField(primary_key=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    reason = models.TextField()
    note = models.TextField(default="")
    source = models.TextField()
    published_at = models.DateTimeField()
    entry_id = models.UUIDField()

    class Meta:
        db_table = "deadlines_outage"
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="deadlines_outage_time"),
        ]


class OutageProposal(models.Model):
    """Declared by an administrator or measured; `outcome` once a person has decided."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    reason = models.TextField()
    note = models.TextField(default="")
    source = models.TextField()
    proposed_at = models.DateTimeField()
    proposed_by = models.UUIDField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.UUIDField(null=True)
    outcome = models.TextField(null=True)
    dismissal = models.TextField(null=True)  # why it is not published
    outage = models.IntegerField(null=True)

    class Meta:
        db_table = "deadlines_outage_proposal"
        indexes = [
            models.Index(fields=["starts_at"], name="deadlines_proposed", condition=Q(settled_at=None)),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="deadlines_proposal_time"),
        ]
