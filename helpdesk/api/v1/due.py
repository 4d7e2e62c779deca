"""Who must act in a conversation, and until when."""

from datetime import datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

from ninja import Schema

from helpdesk.cases.terms.names import Owner
from helpdesk.deadlines import queries as deadlines
from helpdesk.deadlines.terms import OpenObligation

WaitingOn = Literal["buyer", "seller", "platform", "nobody"]  # of conversations and of cases alike


class Due(Schema):
    """Who must act, and until when; `due_local` is the deadline on the Seller's wall clock.

    Both are null where `due_state` is held: the Seller may not write there until further notice.
    """

    waiting_on: WaitingOn
    reply_needed_since: datetime | None = None
    due_at: datetime | None = None
    due_local: str | None = None
    due_zone: str | None = None
    due_state: str
    calendar: str | None = None


def due(*, obligation: OpenObligation | None, now: datetime) -> dict[str, Any]:
    """The deadline's state, worked out here so that no client has to."""
    if obligation is None:
        return {"waiting_on": Owner.NOBODY.value, "due_state": "none"}
    state = deadlines.state(obligation=obligation, now=now)
    due_at = None if obligation.stands else obligation.deadline
    return {
        "waiting_on": Owner.SELLER.value,
        "reply_needed_since": obligation.received_at,
        "due_at": due_at,
        "due_local": due_at and due_at.astimezone(ZoneInfo(obligation.zone)).isoformat(),
        "due_zone": obligation.zone,
        "due_state": state.value,
        "calendar": obligation.calendar,
    }
