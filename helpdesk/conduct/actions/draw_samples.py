"""Draw samples: of the messages in which nothing was found, the share that people read all the same."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from django.conf import settings

from helpdesk.archive.models import Entry
from helpdesk.archive.terms import Numbered
from helpdesk.conduct.models import Sample, Verdict
from helpdesk.conduct.terms import Decision
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.drawing import is_drawn

_PURPOSE = "conduct"
_TELLING = [one.value for one in Decision if one.strength >= Decision.WARN.strength]
_SPEAKING = (Side.SELLER.value, Side.BUYER.value)


def draw_samples(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """Note those that are drawn; drawing twice changes nothing. Three SQL statements, none where none is.

    Runs in the reaction's transaction and scope (`actor` is the system, which sees all rows).
    """
    share, secret = settings.HELPDESK.review_share, settings.SECRET_KEY
    drawn = [
        one for one in entries if is_drawn(id=one.entry_id, secret=secret, purpose=_PURPOSE, share=share)
    ]
    if not drawn:
        return
    places = {(one.seller_id, one.entry_id) for one in drawn}
    rows = [_row(entry) for entry in Entry.objects.filter(pk__in=list(places - _told(places)))]
    Sample.objects.bulk_create([row for row in rows if row is not None], ignore_conflicts=True)


def _told(places: set[tuple[int, UUID]]) -> set[tuple[int, UUID]]:
    """Those in which something was found that their author was told of."""
    found = Verdict.objects.filter(
        seller_id__in={seller_id for seller_id, _ in places},
        entry_id__in={id for _, id in places},
        decision__in=_TELLING,
    )
    return set(found.values_list("seller_id", "entry_id"))


def _row(entry: Entry) -> Sample | None:
    """None for what neither side said, and for what a person has read already, to release it."""
    leaf: dict[str, Any] = msgspec.json.decode(entry.leaf)
    if leaf["by"]["role"] not in _SPEAKING or "settled" in leaf["f"] or entry.buyer_id is None:
        return None
    return Sample(
        seller_id=entry.seller_id,
        id=entry.id,
        chain=entry.chain,
        buyer_id=entry.buyer_id,
        side=leaf["by"]["role"],
        language=leaf["f"]["language"],
        at=entry.at,
    )
