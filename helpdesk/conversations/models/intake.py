"""Imports of threads: what was handed in, how far it is, what came of it."""

from django.db import models
from django.db.models import Q


class Intake(models.Model):
    """One import; its id is as old as itself. `run_at` is when a person said that it shall be kept.

    The file lies under `key` until it is imported or its time is over; `beat_at` is the worker's last sign of
    life. `problems` name what the older system calls its threads, and go with the file.
    """

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    name = models.TextField(blank=True)
    written = models.TextField()
    key = models.TextField(blank=True)
    size = models.BigIntegerField(default=0)
    read = models.BigIntegerField(default=0)
    asked_at = models.DateTimeField()
    tried_at = models.DateTimeField(null=True)
    run_at = models.DateTimeField(null=True)
    beat_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)
    entry_id = models.UUIDField(null=True)
    threads = models.BigIntegerField(default=0)
    begun = models.BigIntegerField(default=0)
    extended = models.BigIntegerField(default=0)
    messages = models.BigIntegerField(default=0)
    known = models.BigIntegerField(default=0)
    rejected = models.BigIntegerField(default=0)
    remarked = models.BigIntegerField(default=0)
    problems = models.JSONField(default=list)

    class Meta:
        db_table = "conversations_intake"
        indexes = [
            models.Index(
                fields=["asked_at"],
                name="conversations_to_bring",
                condition=Q(ended_at=None, removed_at=None),
            ),
            models.Index(
                fields=["asked_at"],
                name="conversations_to_clear",
                condition=~Q(key="", problems=[]),
            ),
        ]
