"""Carry the demo out: the real actions, with past instants, in a log that is marked as a demo's for ever."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache

from django.db import transaction

from helpdesk.archive.database.backdating import backdating
from helpdesk.console.demo import people, plan, records
from helpdesk.console.demo.records import Cast
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.queries import thread_about_order
from helpdesk.conversations.terms import Posted
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace.queries import order_of, resolve_for_system
from helpdesk.marketplace.terms.kinds import Kind

_Ask = Callable[[Actor, Ref, plan.Event, str], Posted]


def seed(*, now: datetime) -> int:
    """Records, people, conversations up to `now`; a later start only adds fresh conversations.

    All of it or nothing: whoever stops a first start half-way begins anew with the next one. The number of
    messages that were written.
    """
    with transaction.atomic(), backdating():
        shift = _stored_shift()
        cast = records.cast(shift=records.days_since(now=now) if shift is None else shift)
        marketplace.import_records(actor=SYSTEM, now=now, lines=_lines(cast), strict=True)
        people.enrol(cast=cast, now=now)
        return _tell(cast, now, fresh=shift is not None)


def _tell(cast: Cast, now: datetime, *, fresh: bool) -> int:
    teller = _Teller(people.writers(cast=cast))
    free = _is_free if fresh else lambda _: True
    orders = plan.events(cast=cast, now=now, free=free, fresh=fresh)
    for event in orders:
        teller.tell(event, _order(event.about), _about_order)
    offers = plan.browsing(cast=cast, now=now)
    for event in offers:
        teller.tell(event, _offer(event.about), _about_offer)
    return len(orders) + len(offers)


def _stored_shift() -> timedelta | None:
    """By how much an earlier start moved the file's dates; None on the first one."""
    first = next(iter(records.cast().orders.values()))
    try:
        stored = order_of(actor=SYSTEM, order=_order(first["id"]))
    except NotFound:
        return None
    return records.shift_of(order=first, placed_at=stored.placed_at)


def _lines(cast: Cast) -> Iterator[bytes]:
    return (json.dumps(record, ensure_ascii=False).encode() for record in cast.records)


def _is_free(order: str) -> bool:
    """Nobody has written about it."""
    return thread_about_order(actor=SYSTEM, order=_order(order)) is None


@cache
def _order(id: str) -> Ref:
    return resolve_for_system(kind=Kind.ORDER, external_id=id)


def _offer(id: str) -> Ref:
    return resolve_for_system(kind=Kind.OFFER, external_id=id)


def _about_order(actor: Actor, order: Ref, event: plan.Event, key: str) -> Posted:
    return conversations.ask_about_order(actor=actor, now=event.at, order=order, draft=event.text, key=key)


def _about_offer(actor: Actor, offer: Ref, event: plan.Event, key: str) -> Posted:
    return conversations.ask_about_offer(actor=actor, now=event.at, offer=offer, draft=event.text, key=key)


class _Teller:
    """Says what is planned, and remembers which thread each question opened."""

    def __init__(self, writers: people.Writers) -> None:
        self._writers = writers
        self._threads: dict[tuple[Ref, str], Ref] = {}

    def tell(self, event: plan.Event, about: Ref, ask: _Ask) -> None:
        """One message. Sellers answer in the buyer's language; a shop's people take turns."""
        buyer = self._writers[event.buyer][0]
        key = f"demo/{event.turn}/{event.buyer}/{about}"
        if event.side == "buyer":
            posted = ask(buyer, about, event, key)
            self._threads[about, event.buyer] = posted.conversation
            return
        shop = self._writers[event.seller]
        author = shop[(about.id.int + event.turn) % len(shop)]
        conversations.post_reply(
            actor=replace(author, language=buyer.language),
            now=event.at,
            conversation=self._threads[about, event.buyer],
            draft=event.text,
            key=key,
        )
