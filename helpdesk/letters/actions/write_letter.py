"""Write a letter: a side asks the Platform something, about a thread, an order or nothing in particular."""

from datetime import datetime

from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Invalid, NotFound
from helpdesk.letters.actions.placing import own_place, place_of_order, place_of_thread
from helpdesk.letters.actions.sealing import kept_letter
from helpdesk.letters.policies import can_write
from helpdesk.letters.terms import Place, Written


def write_letter(
    *,
    actor: Actor,
    now: datetime,
    draft: str,
    key: str,
    conversation: Ref | None = None,
    order: Ref | None = None,
) -> Written:
    """The first one that waits says by when the Platform answers. No clock of the Seller's moves.

    Raises NotFound (what is another's too), Forbidden (a shop's readers, administrators), Invalid, TooLarge,
    KeyReused, Busy.
    """
    if actor.side not in (Side.SELLER, Side.BUYER, Side.ADMINISTRATOR):
        raise NotFound("conversation.not_found")
    place = _place(actor, now, conversation, order)
    if not can_write(actor=actor):
        raise Forbidden("letter.not_yours")
    return kept_letter(actor=actor, now=now, place=place, draft=draft, key=key)


def _place(actor: Actor, now: datetime, conversation: Ref | None, order: Ref | None) -> Place:
    if conversation is not None and order is not None:
        raise Invalid("letter.one_subject", field="order")
    if actor.side is Side.ADMINISTRATOR:
        raise Forbidden("letter.not_yours")
    if conversation is not None:
        return place_of_thread(actor=actor, now=now, conversation=conversation, side=actor.side)
    if order is not None:
        return place_of_order(actor=actor, now=now, order=order, side=actor.side)
    return own_place(actor=actor, now=now)
