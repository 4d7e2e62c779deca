"""Proposals and what persons decided of them: the desk's own."""

from django.db import models
from django.db.models import Q

from helpdesk.enforcement.terms import DecisionKind, MeasureKind, Outcome, Track


class Proposal(models.Model):
    """Its id is that of the entry that proposed it, whose value `basis` holds the facts that it rests on."""

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    chain = models.UUIDField()
    track = models.TextField()
    place = models.SmallIntegerField()
    measure = models.TextField()
    days = models.SmallIntegerField()
    factor = models.SmallIntegerField()
    tracks = models.IntegerField()
    points = models.IntegerField()  # thousandths, as they stood; 0 on the response track
    at = models.DateTimeField()
    settled_by = models.UUIDField(null=True)
    settled_at = models.DateTimeField(null=True)
    outcome = models.TextField(null=True)

    class Meta:
        db_table = "enforcement_proposal"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "track"],
                condition=Q(settled_by=None),
                name="enforcement_one_open_proposal",
            ),
            models.CheckConstraint(
                condition=Q(track__in=[*map(str, Track)], measure__in=[*map(str, MeasureKind)]),
                name="enforcement_proposal_codes",
            ),
            models.CheckConstraint(
                condition=~Q(track=Track.RESPONSE.value, measure=MeasureKind.REMOVAL.value),
                name="enforcement_no_removal_for_answers",
            ),
            models.CheckConstraint(
                condition=Q(settled_by=None, settled_at=None, outcome=None)
                | Q(settled_by__isnull=False, settled_at__isnull=False, outcome__in=[*map(str, Outcome)]),
                name="enforcement_proposal_settled",
            ),
        ]
        indexes = [
            models.Index(fields=["at"], name="enforcement_waiting", condition=Q(settled_by=None)),
            models.Index(fields=["-at"], name="enforcement_proposed"),
        ]


class Decision(models.Model):
    """What one person said of a proposal: nobody says it twice. Its id is its entry's.

    Two persons named in one request share the entry, so the key holds both.
    """

    pk = models.CompositePrimaryKey("seller_id", "id", "person_id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    person_id = models.UUIDField()
    proposal_id = models.UUIDField()
    kind = models.TextField()
    measure = models.TextField()
    grave = models.BooleanField()
    exemption = models.TextField(null=True)
    at = models.DateTimeField()

    class Meta:
        db_table = "enforcement_decision"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "proposal_id", "person_id"], name="enforcement_each_person_once"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[*map(str, DecisionKind)]), name="enforcement_decision_kind"
            ),
        ]
