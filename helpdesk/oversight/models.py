"""Tables of oversight."""

from django.db import models

from helpdesk.kernel.ids import uuid7


class Reading(models.Model):
    """One administrator reading one conversation, from when until when; its id is its entry's."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    person_id = models.UUIDField()
    seller_id = models.BigIntegerField()
    conversation_id = models.UUIDField()
    reason = models.TextField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        db_table = "oversight_reading"
        indexes = [
            models.Index(fields=["person_id", "conversation_id", "-ends_at"], name="oversight_in_force"),
            models.Index(fields=["person_id", "-starts_at", "-id"], name="oversight_mine"),
            models.Index(fields=["-starts_at", "-id"], name="oversight_recent"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="oversight_reading_time"
            )
        ]


class Search(models.Model):
    """One administrator's search through what people wrote; its id is its entry's, which has the words."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    person_id = models.UUIDField()
    reason = models.TextField()
    market = models.TextField(null=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        db_table = "oversight_search"
        indexes = [models.Index(fields=["-starts_at", "-id"], name="oversight_searches_recent")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="oversight_search_time"
            )
        ]


class Verification(models.Model):
    """What one look at the record found. No proof by itself: anybody may look again."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    person_id = models.UUIDField()
    seller_id = models.BigIntegerField(null=True)  # with conversation_id; both None for the whole record
    conversation_id = models.UUIDField(null=True)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField()
    entries = models.BigIntegerField()
    pending = models.BigIntegerField()
    findings = models.BigIntegerField()
    named = models.JSONField(default=list)
    is_daily = models.BooleanField(default=False, db_default=False)  # the worker's own, nobody asked for it

    class Meta:
        db_table = "oversight_verification"
        indexes = [
            models.Index(fields=["-finished_at", "-id"], name="oversight_verified"),
            models.Index(
                fields=["-finished_at"],
                condition=models.Q(conversation_id=None),
                name="oversight_verified_whole",
            ),
            models.Index(
                fields=["-finished_at"], condition=models.Q(findings__gt=0), name="oversight_verified_broken"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(finished_at__gte=models.F("started_at")),
                name="oversight_verification_time",
            ),
            models.CheckConstraint(
                condition=models.Q(seller_id=None, conversation_id=None)
                | models.Q(seller_id__isnull=False, conversation_id__isnull=False),
                name="oversight_verification_of",
            ),
        ]


class Day(models.Model):
    """One UTC day of one shop on one market, as it stood when it was last counted; nobody's name, no word.

    `asked` questions came, `due` were to be answered by that day's end and were answered in time, late or
    never; at its end `open` waited, `overdue` of them too long. `refused` texts, `cases` opened.
    """

    pk = models.CompositePrimaryKey("seller_id", "market", "on_day")
    seller_id = models.BigIntegerField()
    market = models.TextField()
    on_day = models.DateField()
    asked = models.IntegerField()
    met = models.IntegerField()
    late = models.IntegerField()
    missed = models.IntegerField()
    open = models.IntegerField()
    overdue = models.IntegerField()
    refused = models.IntegerField()
    cases = models.IntegerField()

    class Meta:
        db_table = "oversight_day"
        indexes = [models.Index(fields=["on_day", "market"], name="oversight_days")]


class Counted(models.Model):
    """When days were counted last, and up to which one: one row."""

    id = models.IntegerField(primary_key=True)
    at = models.DateTimeField()
    until_day = models.DateField()

    class Meta:
        db_table = "oversight_counted"
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="oversight_counted_once")]
