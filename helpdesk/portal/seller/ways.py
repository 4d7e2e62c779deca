"""What else than a full answer a seller may give: an interim note, a day, or that no reply is needed."""

from dataclasses import dataclass
from datetime import date, datetime

from helpdesk.conversations.terms import ThreadView
from helpdesk.deadlines import queries as deadlines
from helpdesk.kernel.actor import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """While a question is open. `first` and `last` bound the days that may be promised, None: none may."""

    first: date | None
    last: date | None
    may_waive: bool


def ways(*, actor: Actor, thread: ThreadView, now: datetime) -> Ways | None:
    """None while nobody waits: then a message is a message."""
    due = thread.obligation
    if due is None:
        return None
    seller_id = thread.conversation.seller_id
    days = deadlines.days_on_offer(actor=actor, seller_id=seller_id, obligation=due, now=now)
    first, last = days or (None, None)
    begun = thread.messages[0] if thread.messages else None
    is_first = begun is not None and begun.n == 0 and begun.id == due.id
    may = deadlines.may_waive(obligation=due, is_first=is_first, now=now)
    return Ways(first=first, last=last, may_waive=may)
