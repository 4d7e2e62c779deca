"""Hand over: what the courier needs, and the account for refunds. A message is no place for either."""

from collections.abc import Callable, Mapping
from datetime import datetime
from uuid import UUID

from helpdesk.archive import actions as archive
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import replay_of
from helpdesk.archive.terms import Chain, ChainName, Kept
from helpdesk.conduct.terms import Decision
from helpdesk.conversations import rules
from helpdesk.conversations.models import HandedOver
from helpdesk.conversations.queries.examining import Scene, examined
from helpdesk.conversations.queries.handed_over import Handed, is_given, open_until
from helpdesk.conversations.rules import details
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace.queries import market_of, order_of, stand_in_of
from helpdesk.marketplace.terms.shown import OrderShown

_GIVEN, _WITHDRAWN = "given", "withdrawn"


def give_delivery_details(
    *, actor: Actor, now: datetime, order: Ref, phone: str, note: str, key: str
) -> Kept:
    """A new version of what the courier needs; nothing in either takes the last one back.

    Raises NotFound, Forbidden (who is no buyer), Invalid, TooLarge, Conflict (the order is no longer being
    served), KeyReused, Busy.
    """
    found = _own(actor, order)
    country = market_of(actor=actor, code=found.market).country
    values = details.delivery_in(phone=phone, note=note, country=country)
    _refuse_contacts(actor, now, found, country, values.get("note", ""))

    def judge() -> None:
        if values and not open_until(actor=actor, order=found, now=now):
            raise Conflict("delivery.over")

    return _kept(actor, now, found, Handed.DELIVERY, values, key, judge)


def give_refund_account(
    *, actor: Actor, now: datetime, order: Ref, account: str, holder: str, key: str
) -> Kept:
    """A new version of where refunds go; nothing in either takes the last one back.

    Raises NotFound, Forbidden (who is no buyer), Invalid, TooLarge, KeyReused, Busy.
    """
    found = _own(actor, order)
    values = details.refund_in(account=account, holder=holder)
    return _kept(actor, now, found, Handed.REFUND, values, key, lambda: None)


def _own(actor: Actor, order: Ref) -> OrderShown:
    """Whose order it is not, learns not even that it is there."""
    found = order_of(actor=actor, order=order)
    if actor.side is not Side.BUYER:
        raise Forbidden("details.buyers_only")
    return found


def _refuse_contacts(actor: Actor, now: datetime, order: OrderShown, country: str, note: str) -> None:
    """The seller reads the note: by it nobody is reached past the Platform either."""
    if not note:
        return
    thread = Ref(order.ref.seller_id, rules.thread_about_order(order_id=order.ref.id))
    scene = Scene(ref=thread, countries=(country,), last_n=-1, order=order.ref.id, market=order.market)
    if examined(actor=actor, now=now, scene=scene, text=note).decision is Decision.REFUSE:
        raise Invalid("delivery.contact", field="note")


def _kept(
    actor: Actor,
    now: datetime,
    order: OrderShown,
    what: Handed,
    values: Mapping[str, str],
    key: str,
    judge: Callable[[], None],
) -> Kept:
    """One entry and its row, or the replay of it, which is judged no more."""
    said = {name: value.encode() for name, value in values.items()}
    pair = marketplace.pair_of(actor=actor, now=now, seller_id=order.ref.seller_id, buyer_id=order.buyer_id)
    with acting(actor):
        chain = _chain(order, what, stand_ins=(stand_in_of(seller_id=order.ref.seller_id), pair))
        hot.lock_chain(chain=chain.id)
        if kept := replay_of(chain=chain, actor=actor, key=key, kind=what.kind, values=said):
            return kept
        judge()
        thread = rules.thread_about_order(order_id=order.ref.id)
        if not values and not is_given(conversation=Ref(order.ref.seller_id, thread), what=what):
            raise Invalid("details.empty", field="phone" if what is Handed.DELIVERY else "iban")
        state = _GIVEN if values else _WITHDRAWN
        kept = archive.append(
            chain=chain,
            kind=what.kind,
            actor=actor,
            now=now,
            key=key,
            values=said,
            facts={"conversation": str(thread), "order": str(order.ref.id), "state": state},
        )
        HandedOver.objects.create(
            seller_id=order.ref.seller_id,
            id=kept.receipt.entry,
            conversation_id=thread,
            order_id=order.ref.id,
            buyer_id=order.buyer_id,
            audience=what.audience,
            what=what.value,
            state=state,
            n=kept.n,
            at=kept.receipt.at,
        )
    return kept


def _chain(order: OrderShown, what: Handed, *, stand_ins: tuple[UUID, UUID]) -> Chain:
    thread = rules.thread_about_order(order_id=order.ref.id)
    seller, pair = stand_ins
    return Chain(
        seller_id=order.ref.seller_id,
        id=rules.handed_over(conversation=thread, audience=what.audience),
        name=ChainName.BACKSTAGE,
        audience=what.audience,
        seller=seller,
        pair=pair,
        buyer_id=order.buyer_id,
    )
