"""Finding a file without reading it."""

import re
from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.conversations.models import Conversation
from helpdesk.conversations.queries import threads_about, threads_between
from helpdesk.conversations.terms import About
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import InvalidRef, Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.marketplace import queries as marketplace
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.oversight.policies import can_read_files
from helpdesk.oversight.terms import File

FOUND = 50  # files a search shows; whoever gets more says more
PARTIES = 20  # sellers, and buyers, that a name leads to
_NAME = 3  # characters: a shorter beginning of a name says too little
_REF = re.compile(r"(?:^|[/\s])([1-9A-HJ-NP-Za-km-z]{31})(?=[/?#\s]|$)")


def find_files(
    *,
    actor: Actor,
    words: str,
    market: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
) -> list[File]:
    """Conversations, the latest first, at most FOUND, to which the words lead in one of five ways.

    By the beginning of an order's number or an offer's title; by the Platform's id of an order; by a word
    of the Seller's name or the beginning of the Buyer's; by the conversation's id, also within an address
    of ours. `market` keeps those of one; `since` and `until` (half-open) those that began before `until`
    and were written in at `since` or later; without words they find by themselves, those begun last at the
    top. Shows no message text. Eight SQL statements at most beside the scope's, however many are found.
    Raises Forbidden.
    """
    if not can_read_files(actor=actor):
        raise Forbidden("oversight.not_yours")
    words = words.strip()
    if not words and since is None and until is None:
        return []
    with acting(actor):
        if not words:
            return files_of(threads_between(limit=FOUND, since=since, until=until, market=market))
        return files_of(_led_to(words, market, since, until))


def _led_to(
    words: str, market: str | None, since: datetime | None, until: datetime | None
) -> list[Conversation]:
    is_name = len(words) >= _NAME
    return threads_about(
        limit=FOUND,
        beginning=words,
        thread=_ref_in(words),
        order=_order_of(words),
        sellers=marketplace.sellers_named(words=words, limit=PARTIES) if is_name else (),
        buyers=marketplace.buyers_named(words=words, limit=PARTIES) if is_name else (),
        market=market,
        since=since,
        until=until,
    )


def files_of(threads: list[Conversation]) -> list[File]:
    """As lists show them, in the present scope; two SQL statements."""
    sellers = marketplace.seller_names(seller_ids={thread.seller_id for thread in threads})
    buyers = marketplace.buyers_of(buyers={thread.buyer_id for thread in threads})
    return [
        File(
            conversation=Ref(thread.seller_id, thread.id),
            about=About.OFFER if thread.order_id is None else About.ORDER,
            title=thread.title,
            seller=sellers.get(thread.seller_id, ""),
            buyer=buyers.get(thread.buyer_id, ""),
            market=thread.market,
            started_at=thread.started_at,
            last_at=thread.last_at,
            imported=thread.imported,
        )
        for thread in threads
    ]


def _ref_in(words: str) -> Ref | None:
    """A Ref by itself or within a pasted address."""
    found = _REF.search(words)
    try:
        return Ref.parse(found[1]) if found else None
    except InvalidRef:
        return None


def _order_of(words: str) -> Ref | None:
    try:
        return marketplace.resolve_for_system(kind=Kind.ORDER, external_id=words)
    except NotFound:
        return None
