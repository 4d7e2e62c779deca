"""What can be found: words without their order's meaning, never the texts themselves."""

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q


class SearchEntry(models.Model):
    """One message, note, agreement or letter (`id` is its entry's), thread, file or person (`id` is its own);
    of a person the conversation is the latest, of a letter its correspondence.

    Rebuilt from the Archive and the mirror at any time; goes when its entry's values are ordered to go.
    """

    pk = models.CompositePrimaryKey("seller_id", "id", "kind")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    kind = models.TextField()
    conversation_id = models.UUIDField()
    buyer_id = models.UUIDField(null=True)
    audience = models.SmallIntegerField()
    market = models.TextField()
    side = models.TextField()
    has_file = models.BooleanField()
    at = models.DateTimeField()
    words = SearchVectorField()

    objects: ClassVar[models.Manager["SearchEntry"]] = models.Manager()

    class Meta:
        db_table = "search_entry"
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["message", "thread", "person", "file", "note", "agreement", "letter"]),
                name="search_entry_kind",
            ),
        ]
        indexes = [
            GinIndex(fields=["seller_id", "words"], name="search_entry_words", fastupdate=False),
            GinIndex(  # for those who look over all sellers, and at no messages
                fields=["words"],
                name="search_entry_names",
                fastupdate=False,
                condition=Q(kind__in=["thread", "person"]),
            ),
            models.Index(fields=["seller_id", "-at"], name="search_entry_recent"),
            models.Index(fields=["buyer_id", "-at"], name="search_entry_buyer"),
            models.Index(fields=["seller_id", "conversation_id"], name="search_entry_thread"),
        ]
