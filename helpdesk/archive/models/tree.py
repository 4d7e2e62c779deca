"""The trees that entries are folded into: one, and one more for each time the log had to be resumed."""

from django.db import models


class Tree(models.Model):
    """A tree for good: its name, its key, and where it begins: leaf i is number `first_number + i`."""

    number = models.SmallIntegerField(primary_key=True)
    log_id = models.UUIDField()
    guard_id = models.UUIDField()
    origin = models.TextField()
    vkey = models.TextField()
    first_number = models.BigIntegerField()
    began_at = models.DateTimeField()

    class Meta:
        db_table = "archive_tree"


class State(models.Model):
    """The right edge of a tree, moved with each batch of numbers, in the same transaction.

    `guard_id` names the guard that counts (another one after `archive guard move`); `guarded`: it was begun,
    so that a node without it refuses. `signed_size`: leaves under the newest checkpoint, published at
    `signed_at`. `refused` is why nothing is signed (a code; empty: all is well).
    """

    tree = models.SmallIntegerField(primary_key=True)
    size = models.BigIntegerField(default=0)
    root = models.BinaryField()
    frontier = models.BinaryField(default=b"")
    at = models.DateTimeField()
    guard_id = models.UUIDField()
    guarded = models.BooleanField(default=False)
    signed_size = models.BigIntegerField(default=0)
    signed_at = models.DateTimeField(null=True)
    refused = models.TextField(default="", blank=True)
    refused_size = models.BigIntegerField(null=True)
    refused_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "archive_state"
