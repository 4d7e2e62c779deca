"""Entries, their committed values, and the marks of those not yet numbered.

Values and marks have no foreign key to their entry: one function writes all three in one statement
each, and `verify` finds orphans; a key check would cost every post what that function already guarantees.
"""

from django.db import models

from helpdesk.archive.terms import MAX_KEY


class Entry(models.Model):
    """One deed: its leaf, and the columns that repeat it for queries."""

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    chain = models.UUIDField()
    n = models.IntegerField()
    kind = models.TextField()
    at = models.DateTimeField()
    actor = models.UUIDField()
    key = models.CharField(max_length=MAX_KEY + 60)
    leaf = models.BinaryField()
    leaf_hash = models.BinaryField()
    audience = models.SmallIntegerField()
    buyer_id = models.UUIDField(null=True)
    receipt_key = models.TextField()
    receipt = models.BinaryField()

    class Meta:
        db_table = "archive_entry"
        constraints = [
            models.UniqueConstraint(fields=["seller_id", "chain", "n"], name="archive_entry_chain_n"),
            models.UniqueConstraint(fields=["seller_id", "actor", "key"], name="archive_entry_actor_key"),
        ]


class Value(models.Model):
    """A committed value with its salt: the only copy in the house, so that erasing it is erasing it."""

    pk = models.CompositePrimaryKey("seller_id", "entry_id", "name")
    seller_id = models.BigIntegerField()
    entry_id = models.UUIDField()
    name = models.TextField()
    value = models.BinaryField()
    salt = models.BinaryField()
    buyer_id = models.UUIDField(null=True)
    audience = models.SmallIntegerField()

    class Meta:
        db_table = "archive_value"


class Pending(models.Model):
    """An entry that the sequencer has not numbered yet."""

    pk = models.CompositePrimaryKey("seller_id", "entry_id")
    seller_id = models.BigIntegerField()
    entry_id = models.UUIDField()

    class Meta:
        db_table = "archive_pending"
