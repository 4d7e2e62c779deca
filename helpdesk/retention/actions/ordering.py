"""Order what lies on some chains to go, in the deed's own transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from helpdesk.archive import actions as archive
from helpdesk.archive import queries as log
from helpdesk.archive.terms import Chain
from helpdesk.kernel.actor import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Who orders it, when, why; what is committed with it; and the entry that decided it, if there is one."""

    actor: Actor
    now: datetime
    ground: str
    values: Mapping[str, bytes] = field(default_factory=dict)
    facts: Mapping[str, int | str] = field(default_factory=dict)
    by: UUID | None = None


def order(*, said: Order, chains: Sequence[Chain], only: Sequence[UUID] | None = None) -> int:
    """How many `erased` entries that took; `only` these entries, or all that people brought."""
    [seller_id] = {chain.seller_id for chain in chains}
    there = log.erasable(seller_id=seller_id, chains=[chain.id for chain in chains])
    if only is not None:
        there = {chain: [one for one in entries if one in set(only)] for chain, entries in there.items()}
    return sum(len(_erase(said, chain, there[chain.id])) for chain in chains if there.get(chain.id))


def _erase(said: Order, chain: Chain, entries: Sequence[UUID]) -> Sequence[object]:
    return archive.erase(
        actor=said.actor,
        now=said.now,
        chain=chain,
        entries=entries,
        ground=said.ground,
        values=said.values,
        facts=said.facts,
        ref=[("ordered", said.by)] if said.by else [],
    )
