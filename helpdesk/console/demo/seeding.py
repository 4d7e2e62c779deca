"""Carry the demo out: the real actions, with past instants, in a log that is marked as a demo's for ever."""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import cache, partial
from operator import attrgetter, itemgetter

from django.db import transaction

from helpdesk.archive.database.backdating import backdating
from helpdesk.console.demo import (
    aftersales,
    enforcing,
    further,
    leave,
    outages,
    people,
    plan,
    records,
    reporting,
    scenes,
    tending,
)
from helpdesk.console.demo.records import Cast
from helpdesk.console.demo.sweeping import sweep
from helpdesk.console.demo.telling import Teller, attached
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.queries import thread_about_order
from helpdesk.conversations.terms import Posted
from helpdesk.kernel.actor import SYSTEM, Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace.queries import order_of, resolve_for_system
from helpdesk.marketplace.terms.kinds import Kind

_Step = tuple[datetime, Callable[[], None]]


def seed(*, now: datetime) -> int:
    """Records, people, conversations up to `now`; a later start only adds fresh conversations.

    All of it or nothing: whoever stops a first start half-way begins anew with the next one. Only measures
    in Anna's shop come behind it: they rest on entries that have their numbers, and a start that is stopped
    just then has none. The number of messages that were written.
    """
    with backdating():
        with transaction.atomic():
            shift = _stored_shift()
            cast = records.cast(shift=records.days_since(now=now) if shift is None else shift)
            began = scenes.past(cast=cast, now=now).starts - timedelta(days=1)  # before all that is told
            marketplace.import_records(actor=SYSTEM, now=began, lines=_lines(cast), strict=True)
            hats = people.enrol(cast=cast, now=now)
            teller = Teller(people.writers(cast=cast))
            reported = reporting.Reporting(cast=cast, hats=hats, teller=teller)
            told = _tell(cast, hats, teller, reported, now, fresh=shift is not None)
            if shift is None:
                leave.take(team=people.writers(cast=cast)["S-ANNA"], now=now)
        if shift is None:
            enforcing.follow(hats=hats, teller=teller, reported=reported, now=now)
    return told


def _tell(
    cast: Cast,
    hats: Sequence[Actor],
    teller: Teller,
    reported: reporting.Reporting,
    now: datetime,
    *,
    fresh: bool,
) -> int:
    """Step by step as time goes by: misses are booked, and clocks move, before what comes after them."""
    steps = _deeds(cast, teller, now, fresh=fresh)
    deeds = len(steps)
    if not fresh:
        steps += _outages(cast, hats, now)
        steps += tending.steps(cast=cast, hats=hats, writers=teller.writers, find=_order, now=now)
        steps += further.steps(cast=cast, hats=hats, teller=teller, now=now)
        steps += reported.steps(now=now)
    last = min((at for at, _ in steps), default=now)
    for at, do in sorted(steps, key=itemgetter(0)):
        sweep(since=last, until=at)
        do()
        last = at
    sweep(since=last, until=now)
    return deeds


def _deeds(cast: Cast, teller: Teller, now: datetime, *, fresh: bool) -> list[_Step]:
    free = _is_free if fresh else lambda _: True
    kept = frozenset() if fresh else aftersales.chosen(cast=cast, now=now).keys()
    played = [] if fresh else scenes.scenes(cast=cast, now=now, free=lambda id: id not in kept and free(id))
    taken = {event.about for event in played} | kept
    told = plan.events(cast=cast, now=now, free=lambda id: id not in taken and free(id), fresh=fresh)
    events = sorted([*played, *told, *plan.browsing(cast=cast, now=now)], key=attrgetter("at"))
    return [(event.at, partial(_one, teller, cast, event)) for event in events]


def _one(teller: Teller, cast: Cast, event: plan.Event) -> None:
    if event.about in cast.orders:
        teller.tell(event, _order(event.about), _about_order)
    else:
        teller.tell(event, _offer(event.about), _about_offer)


def _outages(cast: Cast, hats: Sequence[Actor], now: datetime) -> Iterator[_Step]:
    desk = {hat.name: hat for hat in hats if hat.side is Side.ADMINISTRATOR}
    past, proposed = scenes.past(cast=cast, now=now), scenes.proposed(cast=cast, now=now)
    assert past.published is not None, "decided long ago"
    say = partial(outages.publish, edda=desk["Edda"], felix=desk["Felix"], outage=past, now=past.published)
    yield past.published, say
    yield past.published + timedelta(minutes=1), lambda: None  # the sweep moves the clocks concerned
    yield proposed.ends, partial(outages.measure, outage=proposed)


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
    files = attached(actor, order.seller_id, event)
    return conversations.ask_about_order(
        actor=actor, now=event.at, order=order, draft=event.text, key=key, files=files
    )


def _about_offer(actor: Actor, offer: Ref, event: plan.Event, key: str) -> Posted:
    return conversations.ask_about_offer(actor=actor, now=event.at, offer=offer, draft=event.text, key=key)
