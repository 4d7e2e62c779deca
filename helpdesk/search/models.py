"""What can be found: words without their order's meaning, never the texts themselves."""

from datetime import UTC
from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, IntegerField, Q
from django.db.models.functions import Cast, TruncDate, TruncMonth

from helpdesk.search.terms import NAMES, Kind

# what the index of words knows beside the words, as search_match_v5 writes it
_BESIDE = (
    F("seller_id") + 0,
    F("market"),
    F("side"),
    Cast("has_file", IntegerField()),
    TruncDate("at", tzinfo=UTC),
    TruncMonth("at", tzinfo=UTC),
)


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
                condition=Q(kind__in=[kind.value for kind in Kind]),
                name="search_entry_kind",
            ),
        ]
        indexes = [
            GinIndex(*_BESIDE, "words", name="search_entry_said", fastupdate=False),
            GinIndex(  # for those who look at no messages
                *_BESIDE,
                "words",
                name="search_entry_named",
                fastupdate=False,
                condition=Q(kind__in=[kind.value for kind in NAMES]),
            ),
            models.Index(fields=["seller_id", "-at"], name="search_entry_recent"),
            models.Index(fields=["buyer_id", "-at"], name="search_entry_buyer"),
            models.Index(fields=["seller_id", "conversation_id"], name="search_entry_thread"),
        ]
