"""Erase again: where an older backup came back, what was ordered to go since then goes once more."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from helpdesk.archive import actions as archive
from helpdesk.archive import queries as log
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import LostLeaf
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import OPERATOR
from helpdesk.kernel.refusal import Forbidden
from helpdesk.retention.actions.carry_out import carry_out, forget
from helpdesk.retention.queries.due import readings_held
from helpdesk.retention.queries.holding import holds_on_buyer, is_chain_held
from helpdesk.retention.terms import Again, Entry, Scope

_ORDER = "erased"  # the kind of entry by which anything goes
_OWN_FACTS = ("entries", "ground", "values")  # which each order counts for itself


@dataclass(frozen=True, slots=True, kw_only=True)
class _Done:
    """What came of one lost order; `buyer` is whose words it named, where any came back."""

    entries: int = 0
    held: bool = False
    buyer: UUID | None = None


def erase_again(*, actor: Actor, now: datetime) -> Again:
    """Order again what the signed logs on this machine say was ordered, and carry it out. Safe to repeat.

    Each order is an entry by the system with the ground of the lost one, which it names. What a hold of this
    database covers stays. Raises Forbidden, Busy, and tlog.Refused where a log is not what was signed: then
    nothing is ordered.
    """
    if actor.side is not Side.SYSTEM:
        raise Forbidden("erasure.not_yours")
    with acting(actor):
        lost = log.lost_leaves(kinds=[_ORDER, Entry.APPROVED])
    orders = [leaf for leaf in lost.leaves if leaf.t == _ORDER]
    approvals = {leaf.id for leaf in lost.leaves if leaf.f.get("scope") == Scope.BUYER.value}
    done = [_order_again(actor, now, leaf) for leaf in orders]
    while carry_out(actor=actor, now=now):
        pass
    named = {leaf.ordered: one for leaf, one in zip(orders, done, strict=True) if one.buyer}
    forgotten = [_forget_again(actor, now, named[id]) for id in approvals & named.keys()]
    return Again(
        known=lost.known,
        orders=len(orders),
        entries=sum(one.entries for one in done),
        held=sum(one.held for one in done),
        buyers=sum(forgotten),
        unnamed=len(approvals - named.keys()),
    )


def _order_again(actor: Actor, now: datetime, lost: LostLeaf) -> _Done:
    with acting(actor):
        hot.lock_chain(chain=log.house().id)  # holds are placed under the same lock
        rows = log.entries_of(ids=lost.erases, chain=lost.chain)
        if not rows:
            return _Done()
        chain = log.chain_under(entry=rows[0])
        spare = readings_held(entries=rows) if chain.seller_id == OPERATOR else set[UUID]()
        if spare or (chain.seller_id != OPERATOR and is_chain_held(chain=chain)):
            return _Done(held=True, buyer=chain.buyer_id)
        kept = archive.erase(
            actor=actor,
            now=now,
            chain=chain,
            entries=[row.id for row in rows],
            ground=str(lost.f["ground"]),
            values={},
            facts={name: fact for name, fact in lost.f.items() if name not in _OWN_FACTS},
            ref=[("repeats", lost.id)],
        )
        return _Done(entries=len(rows) if kept else 0, buyer=chain.buyer_id)


def _forget_again(actor: Actor, now: datetime, done: _Done) -> bool:
    assert done.buyer is not None
    with acting(actor):
        held = done.held or bool(holds_on_buyer(buyer=done.buyer))
    if not held:
        forget(actor=actor, now=now, buyer=done.buyer)
    return not held
