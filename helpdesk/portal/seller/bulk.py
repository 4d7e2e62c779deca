"""What the inbox offers for the conversations that are ticked in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from helpdesk.deadlines.terms import WaiverReason
from helpdesk.kernel import clock
from helpdesk.portal import words
from helpdesk.portal.hats import Signed
from helpdesk.portal.seller import done
from helpdesk.saved_replies import queries
from helpdesk.saved_replies.policies import can_write
from helpdesk.saved_replies.terms import SavedReply


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulk:
    """The bar above the lanes. `opened` is when they were read (microseconds UTC), `key` makes a double click
    one deed.
    """

    saved: Sequence[SavedReply]
    reasons: Sequence[tuple[WaiverReason, object]]
    opened: int
    key: str


def offered(*, request: Signed, now: datetime) -> dict[str, object]:
    """For owners and agents; with what was done from another page. One SQL statement beside the scope's."""
    if not can_write(request.actor):
        return {}
    saved = queries.saved_replies(actor=request.actor)
    bulk = Bulk(saved=saved, reasons=words.WAIVER_REASONS, opened=clock.to_us(now), key=str(uuid4()))
    return {"bulk": bulk, "saved": saved, "done": done.said(request=request)}
