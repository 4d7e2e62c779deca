"""Carry the demo out: the real actions, with past instants, in a log that is marked as a demo's for ever."""

from dataclasses import replace
from datetime import datetime

from helpdesk.archive.database.backdating import backdating
from helpdesk.console.demo import people, plan
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.queries import thread_about_order
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace.queries import resolve_for_system
from helpdesk.marketplace.terms.kinds import Kind

FIRST, FRESH = 60, 8  # conversations about orders of the first start, and of each later one
BROWSING = 12  # questions before a sale


def seed(*, now: datetime) -> None:
    """Records, people, conversations up to `now`; a later start only adds fresh conversations."""
    cast = plan.cast()
    with plan.RECORDS.open("rb") as lines:
        marketplace.import_records(actor=SYSTEM, now=now, lines=lines, strict=True)
    people.enrol(cast=cast, now=now)
    with backdating():
        _talk(cast, now)
        _browse(cast, now)


def _talk(cast: plan.Cast, now: datetime) -> None:
    orders = {
        order["id"]: resolve_for_system(kind=Kind.ORDER, external_id=order["id"]) for order in cast.orders
    }
    quiet = [order for order, ref in orders.items() if not _talked_about(ref)]
    wanted = FIRST if len(quiet) == len(orders) else FRESH
    parties = {order["id"]: (order["buyer"], order["seller"]) for order in cast.orders}
    writers = people.writers(cast=cast)
    for event in plan.events(cast=cast, orders=plan.chosen(orders=quiet, count=wanted), now=now):
        buyer, seller = (writers[party] for party in parties[event.order])
        _say(event, orders[event.order], buyer, seller)


def _browse(cast: plan.Cast, now: datetime) -> None:
    """Once: the key of each question is its offer's."""
    writers = people.writers(cast=cast)
    for event, buyer in plan.browsing(cast=cast, count=BROWSING, now=now):
        offer = resolve_for_system(kind=Kind.OFFER, external_id=event.order)
        conversations.ask_about_offer(
            actor=writers[buyer], now=event.at, offer=offer, draft=event.text, key=f"demo/offer/{offer}"
        )


def _talked_about(order: Ref) -> bool:
    return thread_about_order(actor=SYSTEM, order=order) is not None


def _say(event: plan.Event, order: Ref, buyer: Actor, seller: Actor) -> None:
    key = f"demo/{event.side}/{order}"
    if event.side == "buyer":
        conversations.ask_about_order(actor=buyer, now=event.at, order=order, draft=event.text, key=key)
        return
    thread = thread_about_order(actor=seller, order=order)
    assert thread is not None, "an answer follows its question"
    conversations.post_reply(
        actor=replace(seller, language=buyer.language),  # sellers of the demo answer in the buyer's language
        now=event.at,
        conversation=thread,
        draft=event.text,
        key=key,
    )
