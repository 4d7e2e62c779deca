"""Threads in which nobody waits for the seller, and what else a buyer and a seller have spoken of."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from helpdesk.archive.database.scope import acting
from helpdesk.conversations.models import Conversation
from helpdesk.conversations.queries.imports import with_imports
from helpdesk.conversations.terms import About
from helpdesk.conversations.terms.inbox import QuietRow
from helpdesk.deadlines.queries import open_chains
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.queries import buyer_names


def quiet_threads(
    *,
    actor: Actor,
    limit: int = 25,
    market: str | None = None,
    among: QuerySet[Any, Any] | None = None,
) -> list[QuietRow]:
    """The seller's threads in which nobody waits for the seller, the latest first, on `market` (None: all).

    `among` is a subquery of threads' ids, of a room above; None: any. Two SQL statements.
    """
    with acting(actor):
        seller_id = actor.seller_id or 0
        quiet = Conversation.objects.filter(seller_id=seller_id).exclude(
            id__in=open_chains(seller_id=seller_id)
        )
        if market is not None:
            quiet = quiet.filter(market=market)
        if among is not None:
            quiet = quiet.filter(id__in=among)
        threads = list(with_imports(quiet).order_by("-last_at")[:limit])
        return _rows(threads, seller_id)


def other_threads(*, actor: Actor, conversation: Ref, limit: int = 5) -> list[QuietRow]:
    """What else this thread's buyer and seller have spoken of, the latest first; without the buyer's name.

    One SQL statement; empty for strangers.
    """
    seller_id = conversation.seller_id
    with acting(actor):
        this = Conversation.objects.filter(seller_id=seller_id, id=conversation.id).values("pair")
        others = Conversation.objects.filter(seller_id=seller_id, pair__in=this).exclude(id=conversation.id)
        return [_row(thread, "") for thread in with_imports(others).order_by("-last_at")[:limit]]


def threads_with(*, actor: Actor, seller_id: int, buyer_id: UUID, limit: int = 5) -> list[QuietRow]:
    """What this buyer and seller have spoken of, the latest first; without the buyer's name.

    One SQL statement beside the scope's; empty for strangers.
    """
    with acting(actor):
        theirs = Conversation.objects.filter(seller_id=seller_id, buyer_id=buyer_id)
        return [_row(thread, "") for thread in with_imports(theirs).order_by("-last_at")[:limit]]


def _rows(threads: Iterable[Conversation], seller_id: int) -> list[QuietRow]:
    names = buyer_names(seller_id=seller_id, buyers=[thread.buyer_id for thread in threads])
    return [_row(thread, names.get(thread.buyer_id, "")) for thread in threads]


def _row(thread: Conversation, buyer: str) -> QuietRow:
    return QuietRow(
        conversation=Ref(thread.seller_id, thread.id),
        buyer=buyer,
        market=thread.market,
        about=About.OFFER if thread.order_id is None else About.ORDER,
        title=thread.title,
        last_at=thread.last_at,
        last_side=Side(thread.last_side),
        imported=thread.imported,
    )
