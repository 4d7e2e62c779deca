"""Five things to try: whom to be, and the page on which to begin."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from helpdesk.conversations import queries as conversations
from helpdesk.deadlines import queries as deadlines
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.portal.asks import asks
from helpdesk.portal.demo.cast import BY_KEY as BY_NAME
from helpdesk.portal.demo.cast import hat_of
from helpdesk.workdays import known
from helpdesk.workdays.localdays import local_date, zone_named


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """`begins` names the page for whoever has just become `figure`."""

    key: str
    figure: str
    sentence: Promise
    begins: Callable[[Actor], str]


def _most_urgent(actor: Actor) -> str:
    rows = conversations.inbox(actor=actor, limit=1)
    return reverse("seller:conversation", args=[rows[0].conversation]) if rows else reverse("seller:inbox")


def _answered(actor: Actor) -> str:
    """A thread in which she may say so of the answer that stands last, of Anna's shop if there is one."""
    shop = hat_of(figure=BY_NAME["anna"]).seller_id
    rows = (row for row in conversations.buyer_list(actor=actor) if row.last_side is Side.SELLER)
    for row in sorted(rows, key=lambda row: row.conversation.seller_id != shop):
        if (n := _may_reopen(actor, row.conversation)) is not None:
            return f"{reverse('buyer:conversation', args=[row.conversation])}#m{n}"
    return reverse("buyer:conversations")


def _may_reopen(actor: Actor, conversation: Ref) -> int | None:
    thread = conversations.thread(actor=actor, conversation=conversation)
    events = deadlines.history(actor=actor, seller_id=conversation.seller_id, chain=conversation.id)
    return asks(thread=thread, events=events, now=clock.now()).reopen


def _polish_calendar(actor: Actor) -> str:
    """With the next business day filled in: what is open is due on it."""
    warsaw = known.calendar_named(code="PL")
    today = local_date(at=clock.to_us(clock.now()), zone=zone_named(warsaw.zone))
    on = warsaw.next_business_day(today + timedelta(days=1))
    return f"{reverse('administrator:calendar', args=['PL'])}?on={on.isoformat()}"


def _files(actor: Actor) -> str:
    return reverse("administrator:files")


def _integrity(actor: Actor) -> str:
    return reverse("administrator:integrity")


TRIES: tuple[Try, ...] = (
    Try(
        key="hold",
        figure="anna",
        sentence=gettext_lazy("Answer “We will get back to you”, as Anna: you are asked what it means"),
        begins=_most_urgent,
    ),
    Try(
        key="reopen",
        figure="clara",
        sentence=gettext_lazy("Say that an answer was none, as Clara: a new clock starts"),
        begins=_answered,
    ),
    Try(
        key="calendar",
        figure="felix",
        sentence=gettext_lazy("Add a day off to the Polish calendar, as Felix: see first what moves"),
        begins=_polish_calendar,
    ),
    Try(
        key="read",
        figure="edda",
        sentence=gettext_lazy("Open a file with a reason and save it as evidence, as Edda"),
        begins=_files,
    ),
    Try(
        key="verify",
        figure="greta",
        sentence=gettext_lazy("Verify the whole Archive, or an evidence package, as Greta"),
        begins=_integrity,
    ),
)
BY_KEY = {each.key: each for each in TRIES}
