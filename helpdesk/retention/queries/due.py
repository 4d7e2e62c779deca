"""What is older than its period, and what a hold keeps of that."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry, Value
from helpdesk.conversations import queries as conversations
from helpdesk.conversations.models import Conversation
from helpdesk.conversations.queries import Spared
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import OPERATOR, InvalidRef, Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.marketplace import queries as marketplace
from helpdesk.retention.policies import can_see_retention
from helpdesk.retention.queries.holding import held, spared
from helpdesk.retention.queries.periods import periods
from helpdesk.retention.rules import due_on, in_force, latest_due
from helpdesk.retention.terms import EVERYWHERE, HeldBack, Kept, Period

READING = "reading"  # the entry kind of `oversight`, which opens files
_LISTED = 50  # held threads that a page names
_Markets = tuple[Sequence[str] | None, Sequence[str], Period]


def kept_markets(*, known: Sequence[Period], kept: Kept, on: date) -> Iterator[_Markets]:
    """For each period in force: its markets (None: all), those to leave out, and the period itself."""
    own = sorted({p.market for p in known if p.kept is kept and p.market and p.effective_on <= on})
    for market in own:
        yield [market], (), in_force(known, market=market, kept=kept, on=on)
    yield None, own, in_force(known, market=EVERYWHERE, kept=kept, on=on)


def due_threads(
    *,
    kept: Kept,
    period: Period,
    now: datetime,
    limit: int,
    markets: Sequence[str] | None,
    others: Sequence[str],
) -> list[Conversation]:
    """Threads that nothing keeps any longer, at most `limit`, in the present scope.

    What happened to an order after the last message counts too: such threads are looked through and passed.
    """
    today, covered = now.date(), spared()
    found: list[Conversation] = []
    after: tuple[datetime, UUID] | None = None
    while len(found) < limit:
        page = conversations.old_threads(
            about_order=kept is Kept.ORDER,
            before=latest_due(today, months=period.months),
            limit=limit,
            spared=covered,
            markets=markets,
            other_than=others,
            after=after,
        )
        last = _last_days(page)
        found += [one for one in page if due_on(last=last[one.id], months=period.months) <= today]
        if len(page) < limit:
            break
        after = (page[-1].last_at, page[-1].id)
    return found[:limit]


def _last_days(threads: Iterable[Conversation]) -> dict[UUID, date]:
    threads = list(threads)
    orders = {one.id: Ref(one.seller_id, one.order_id) for one in threads if one.order_id}
    events = marketplace.last_events(orders=orders.values())
    return {
        one.id: max(
            one.last_at, events.get(orders[one.id], one.last_at) if one.id in orders else one.last_at
        ).date()
        for one in threads
    }


def readings_held(*, entries: Sequence[Entry]) -> set[UUID]:
    """Readings of files that a hold covers: who looked at evidence is evidence. In the present scope."""
    values = Value.objects.filter(
        seller_id=OPERATOR, entry_id__in=[one.id for one in entries], name="file"
    ).values_list("entry_id", "value")
    files = {id: _file(bytes(value)) for id, value in values}
    holds = held(conversations=[ref for ref in files.values() if ref])
    return {id for id, ref in files.items() if ref and holds.get(ref)}


def _file(value: bytes) -> Ref | None:
    try:
        return Ref.parse(msgspec.json.decode(value)["conversation"])
    except (msgspec.DecodeError, InvalidRef, KeyError, TypeError):
        return None


def held_back(*, actor: Actor, now: datetime) -> list[HeldBack]:
    """Conversations whose period is over and which a hold keeps, the oldest first. Raises Forbidden."""
    if not can_see_retention(actor=actor):
        raise Forbidden("erasure.see_not_yours")
    with acting(actor):
        known, covered = periods(), spared()
        found = [
            one
            for kept in (Kept.ORDER, Kept.PRESALE)
            for rule in kept_markets(known=known, kept=kept, on=now.date())
            for one in _held_under(rule, covered, now.date())
        ]
    return [
        HeldBack(conversation=Ref(one.seller_id, one.id), title=one.title, last_at=one.last_at)
        for one in sorted(found, key=lambda one: (one.last_at, one.id))[:_LISTED]
    ]


def _held_under(rule: _Markets, covered: Spared, today: date) -> list[Conversation]:
    markets, others, period = rule
    return conversations.held_threads(
        about_order=period.kept is Kept.ORDER,
        before=latest_due(today, months=period.months),
        limit=_LISTED,
        held=covered,
        markets=markets,
        other_than=others,
    )
