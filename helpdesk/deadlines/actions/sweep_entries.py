"""Entries that the sweep writes: on the thread's own chain, by the system."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from helpdesk.archive import actions as archive
from helpdesk.archive.terms import Audience, Chain, ChainName, Receipt
from helpdesk.deadlines.models import Miss, Move, Promise
from helpdesk.deadlines.models import Obligation as Question
from helpdesk.deadlines.terms import Kind
from helpdesk.deadlines.terms.sweeping import Moving
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.clock import from_us
from helpdesk.marketplace import queries as marketplace

POSTPONED = timedelta(hours=1)
"""When a clock that cannot be counted is tried again: somebody has to mend its calendar first."""

Row = Question | Promise


def chain_of(row: Row) -> Chain:
    """The chain that both sides of the clock's thread see."""
    seller, pair = marketplace.stand_ins_of(seller_id=row.seller_id, buyer_id=row.buyer_id)
    return Chain(
        seller_id=row.seller_id,
        id=row.chain,
        name=ChainName.SHARED,
        audience=Audience.BOTH,
        seller=seller,
        pair=pair,
        buyer_id=row.buyer_id,
    )


def append(
    *,
    chain: Chain,
    kind: Kind,
    actor: Actor,
    now: datetime,
    key: str,
    facts: Mapping[str, int | str],
    ref: Sequence[tuple[str, UUID]],
) -> Receipt:
    """The receipt of an entry of the sweep's; the chain is locked already. Raises Busy."""
    kept = archive.append(chain=chain, kind=kind, actor=actor, now=now, key=key, facts=facts, ref=ref)
    return kept.receipt


def moved(*, actor: Actor, now: datetime, row: Row, moving: Moving) -> UUID:
    """The entry that moves a clock, with its row, and the miss taken back that it says."""
    receipt = append(
        chain=chain_of(row),
        kind=Kind.MOVED,
        actor=actor,
        now=now,
        key=moving.key,
        facts=moving.facts(),
        ref=moving.ref(),
    )
    Move.objects.create(
        seller_id=row.seller_id,
        id=receipt.entry,
        obligation_id=row.id if isinstance(row, Question) else None,
        promise_id=row.id if isinstance(row, Promise) else None,
        chain=row.chain,
        buyer_id=row.buyer_id,
        at=receipt.at,
        cause=moving.cause.value,
        before=from_us(moving.before),
        deadline=from_us(moving.deadline),
        calendar_version=moving.calendar_version,
        outages=moving.outages,
        stopped=moving.stopped,
        verdict=moving.verdict.value if moving.verdict else None,
    )
    if moving.voids:
        Miss.objects.filter(seller_id=row.seller_id, id=moving.voids).update(voided_by=receipt.entry)
    return receipt.entry
