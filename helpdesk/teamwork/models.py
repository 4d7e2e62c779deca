"""Tables of team work: marks of a thread, and who is away. Notes stand in the Archive only."""

from django.db import models
from django.db.models import F, Q

from helpdesk.archive.database.keys import SellerKey


class Assignment(models.Model):
    """Who looks after a thread; no row, or one who has left the team: nobody."""

    pk = models.CompositePrimaryKey("seller_id", "conversation_id")
    seller_id = models.BigIntegerField()
    conversation_id = models.UUIDField()
    person_id = models.UUIDField()
    by_id = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        db_table = "teamwork_assignment"
        constraints = [
            SellerKey(
                column="conversation_id", to="conversations.Conversation", name="teamwork_assignment_thread"
            )
        ]
        indexes = [models.Index(fields=["seller_id", "person_id"], name="teamwork_assigned_to")]


class Snooze(models.Model):
    """Until when a thread is put off, unless its buyer has written since `at`."""

    pk = models.CompositePrimaryKey("seller_id", "conversation_id")
    seller_id = models.BigIntegerField()
    conversation_id = models.UUIDField()
    until = models.DateTimeField()
    by_id = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        db_table = "teamwork_snooze"
        constraints = [
            SellerKey(
                column="conversation_id", to="conversations.Conversation", name="teamwork_snooze_thread"
            )
        ]
        indexes = [models.Index(fields=["seller_id", "until"], name="teamwork_snoozed_until")]


class Tagging(models.Model):
    """A tag on a thread; a shop has the tags that its threads have."""

    pk = models.CompositePrimaryKey("seller_id", "conversation_id", "tag")
    seller_id = models.BigIntegerField()
    conversation_id = models.UUIDField()
    tag = models.TextField()
    by_id = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        db_table = "teamwork_tagging"
        constraints = [
            SellerKey(
                column="conversation_id", to="conversations.Conversation", name="teamwork_tagging_thread"
            )
        ]
        indexes = [models.Index(fields=["seller_id", "tag"], name="teamwork_tagged")]


class Absence(models.Model):
    """Who is away from a day to a day (both with it, on the shop's calendar), and who was named to cover.

    `ended_at`: it was called off, or ended early, and counts no more from then on.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    person_id = models.UUIDField()
    cover_id = models.UUIDField()
    first_on = models.DateField()
    last_on = models.DateField()
    by_id = models.UUIDField()
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.UUIDField(null=True)

    class Meta:
        db_table = "teamwork_absence"
        constraints = [
            models.CheckConstraint(condition=Q(last_on__gte=F("first_on")), name="teamwork_absence_days"),
            models.CheckConstraint(condition=~Q(cover_id=F("person_id")), name="teamwork_absence_two_people"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="teamwork_absence_ended",
            ),
        ]
        indexes = [models.Index(fields=["seller_id", "last_on"], name="teamwork_absent_until")]
