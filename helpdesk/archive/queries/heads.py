"""The last entry of a chain, and the latest instant in all of a seller's."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Max

from helpdesk.archive.models import Entry
from helpdesk.archive.terms import Chain, Head
from helpdesk.kernel import clock

_LATELY = timedelta(minutes=1)  # a deed is stored within seconds of the instant that it was judged at


def head_of(*, chain: Chain) -> Head | None:
    """The chain's head as the present scope sees it; None for a chain without entries."""
    entries = Entry.objects.filter(seller_id=chain.seller_id, chain=chain.id).order_by("-n")
    row = entries.values_list("n", "leaf_hash", "at").first()
    return None if row is None else Head(n=row[0], leaf_hash=bytes(row[1]), at=row[2])


def latest_instant(*, seller_id: int, now: datetime) -> datetime | None:
    """The latest `at` of a seller's entries that were made within the last minute; None: there are none.

    What is older lies before `now`. By the key's own order: ids are of the millisecond of their making.
    """
    since = UUID(int=clock.to_us(now - _LATELY) // 1000 << 80)
    made = Entry.objects.filter(seller_id=seller_id, id__gte=since)
    latest: datetime | None = made.aggregate(at=Max("at"))["at"]
    return latest
