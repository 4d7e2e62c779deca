"""The order of the log, and how far each reaction has read it."""

from django.db import models
from django.db.models import Q


class Number(models.Model):
    """The place of an entry in the one order that feeds, cursors and proofs use."""

    number = models.BigIntegerField(primary_key=True)
    entry_id = models.UUIDField()
    seller_id = models.BigIntegerField()
    buyer_id = models.UUIDField(null=True)
    audience = models.SmallIntegerField()
    kind = models.TextField()
    chain = models.UUIDField()

    class Meta:
        db_table = "archive_number"
        constraints = [models.UniqueConstraint(fields=["seller_id", "entry_id"], name="archive_number_entry")]
        indexes = [
            models.Index(fields=["seller_id", "number"], name="archive_number_seller"),
            models.Index(fields=["buyer_id", "number"], name="archive_number_buyer", condition=Q(audience=0)),
            models.Index(
                fields=["buyer_id", "number"], name="archive_number_buyers", condition=Q(audience=3)
            ),
        ]


class Cursor(models.Model):
    """The last number that a reaction has taken in."""

    reaction = models.TextField(primary_key=True)
    number = models.BigIntegerField(default=-1)

    class Meta:
        db_table = "archive_cursor"


class Parked(models.Model):
    """An entry that a reaction could not take in: listed, alarmed, to be replayed."""

    pk = models.CompositePrimaryKey("reaction", "number")
    reaction = models.TextField()
    number = models.BigIntegerField()
    error = models.TextField()
    parked_at = models.DateTimeField()

    class Meta:
        db_table = "archive_parked"
