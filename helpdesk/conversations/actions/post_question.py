"""Post a question: the buyer writes in a thread that exists."""

from datetime import datetime

from helpdesk.conversations.actions.posting import Judged, post
from helpdesk.conversations.actions.refusing import kept_if_refused
from helpdesk.conversations.policies import can_ask
from helpdesk.conversations.terms import MAX_TEXT, Posted, Thread
from helpdesk.deadlines import queries as calendars
from helpdesk.deadlines import rules as deadlines
from helpdesk.kernel import text
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Busy, Forbidden
from helpdesk.workdays.refusals import OutsideCalendar


def post_question(
    *,
    actor: Actor,
    now: datetime,
    conversation: Ref,
    draft: str,
    key: str,
    seen_n: int | None = None,
    about: bytes | None = None,
) -> Posted:
    """The buyer's message; it starts the seller's clock unless a question is open already.

    `about` is committed with a thread's first message: the facts of the order or offer as they were shown.
    Raises as `post_reply` does.
    """
    body = text.storable(draft, limit=MAX_TEXT, field="text")

    def judge(thread: Thread, at: int) -> Judged:
        if not can_ask(actor=actor, thread=thread):
            raise Forbidden("conversation.not_yours_to_ask")
        kept_if_refused(actor=actor, now=now, thread=thread, body=body, key=key)
        return _judged(thread, at, about if thread.head is None else None)

    return post(
        actor=actor, now=now, conversation=conversation, text=body, key=key, seen_n=seen_n, judge=judge
    )


def _judged(thread: Thread, at: int, about: bytes | None) -> Judged:
    if thread.obligation is not None:
        return Judged(about=about)
    calendar = calendars.calendar_of(
        country=thread.country,
        subdivision=thread.subdivision,
        zone=thread.zone,
        market_country=thread.market_country,
        market_zone=thread.market_zone,
    )
    if calendar is None:
        raise Busy("clock.no_calendar")
    try:
        opens = deadlines.opening(received=at, calendar=calendar, with_order=thread.order_id is not None)
    except OutsideCalendar as error:
        raise Busy("clock.no_calendar") from error
    return Judged(opens=opens, about=about)
