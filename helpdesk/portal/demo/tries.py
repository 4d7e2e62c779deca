"""Five things to try: whom to be, and the page on which to begin."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from helpdesk.conversations import queries as conversations
from helpdesk.kernel.actor import Actor
from helpdesk.marketplace import queries as marketplace


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """`begins` names the page for whoever has just become `figure`."""

    key: str
    figure: str
    sentence: Promise
    begins: Callable[[Actor], str]


def _quiet_order(actor: Actor) -> str:
    """Her latest order about which nobody has written yet."""
    for order in marketplace.orders_of_buyer(actor=actor):
        if conversations.thread_about_order(actor=actor, order=order.ref) is None:
            return reverse("buyer:order", args=[order.ref])
    return reverse("buyer:orders")


def _most_urgent(actor: Actor) -> str:
    rows = conversations.inbox(actor=actor, limit=1)
    return reverse("seller:conversation", args=[rows[0].conversation]) if rows else reverse("seller:inbox")


def _market(actor: Actor) -> str:
    return reverse("buyer:market") + "?to=de"  # Hania buys in Poland


def _files(actor: Actor) -> str:
    return reverse("administrator:files")


def _integrity(actor: Actor) -> str:
    return reverse("administrator:integrity")


TRIES: tuple[Try, ...] = (
    Try(
        key="ask",
        figure="clara",
        sentence=gettext_lazy("Ask about an order, as Clara"),
        begins=_quiet_order,
    ),
    Try(
        key="answer",
        figure="anna",
        sentence=gettext_lazy("Answer the most urgent question, as Anna"),
        begins=_most_urgent,
    ),
    Try(
        key="market",
        figure="hania",
        sentence=gettext_lazy("See what another market would change, as Hania"),
        begins=_market,
    ),
    Try(
        key="read",
        figure="edda",
        sentence=gettext_lazy("Open a file with a reason, as Edda"),
        begins=_files,
    ),
    Try(
        key="verify",
        figure="greta",
        sentence=gettext_lazy("Verify the whole Archive, as Greta"),
        begins=_integrity,
    ),
)
BY_KEY = {each.key: each for each in TRIES}
