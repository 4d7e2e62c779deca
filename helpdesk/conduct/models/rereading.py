"""Reading old messages anew: trials of rules that somebody asked for, and what a newer release finds."""

from django.db import models
from django.db.models import Q


class Trial(models.Model):
    """One trial over the messages from `since` until `until`; nothing of it touches a message or its author.

    `content` is the amendment that is tried in `market`, None: the rules as they are. `number` is how far it
    has come in the log, `last` where it ends; `counts` and `changes` are {names joined by spaces: how many},
    `hits` name at most MAX_HITS entries: codes and places, never a word.
    """

    id = models.UUIDField(primary_key=True)
    market = models.TextField()
    content = models.JSONField(null=True)
    asked_by = models.UUIDField()
    asked_at = models.DateTimeField()
    since = models.DateTimeField()
    until = models.DateTimeField()
    total = models.IntegerField()
    number = models.BigIntegerField(default=-1)
    last = models.BigIntegerField(default=-1)
    read = models.IntegerField(default=0)
    pack = models.TextField(default="")
    counts = models.JSONField(default=dict)
    changes = models.JSONField(default=dict)
    hits = models.JSONField(default=list)
    found = models.IntegerField(default=0)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "conduct_trial"
        indexes = [
            models.Index(fields=["-asked_at", "-id"], name="conduct_trials_late"),
            models.Index(fields=["asked_at", "id"], name="conduct_to_try", condition=Q(finished_at=None)),
        ]


class Rescan(models.Model):
    """How far the archive has been read anew with a release's recognition; one row a version."""

    version = models.TextField(primary_key=True)
    started_at = models.DateTimeField()
    number = models.BigIntegerField(default=-1)
    read = models.IntegerField(default=0)
    found = models.IntegerField(default=0)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "conduct_rescan"
