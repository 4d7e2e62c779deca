"""Say something about an order that is no message: in its one thread, which it opens where there is none."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.conversations.actions.ask import vetted_first
from helpdesk.conversations.actions.beginning import about_order, about_sellers_order, open_thread
from helpdesk.conversations.actions.say import Saying, say_vetted, wording_of
from helpdesk.conversations.terms import Posted, Thread
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace import actions as marketplace


def say_about_order(
    *,
    actor: Actor,
    now: datetime,
    order: Ref,
    kind: str,
    key: str,
    said: Mapping[str, int | str],
    judge: Callable[[Thread, int], Saying],
    words: str = "",
    confirmed: str | None = None,
    files: Sequence[UUID] = (),
) -> Posted:
    """One entry of `kind`, by the order's buyer or its seller; the order's facts are committed with it.

    Raises as `say` does; NotFound for others' orders.
    """
    wording = wording_of(actor=actor, now=now, words=words, key=key, files=files, confirmed=confirmed)
    about = about_order if actor.side is Side.BUYER else about_sellers_order
    asking = about(actor=actor, order=order)
    buyer_id, conversation = asking.subject.buyer_id, asking.conversation
    pair = marketplace.pair_of(actor=actor, now=now, seller_id=order.seller_id, buyer_id=buyer_id)
    verdict = vetted_first(asking=asking, wording=wording, pair=pair, files=files)
    with acting(actor):
        open_thread(asking=asking, pair=pair, now=now, side=actor.side)
        return say_vetted(
            wording=wording,
            verdict=verdict,
            conversation=conversation,
            kind=kind,
            said=said,
            judge=judge,
            files=files,
        )
