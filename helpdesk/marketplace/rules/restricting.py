"""What each restriction forbids, as one table, and when it does."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from helpdesk.kernel.actor import Role
from helpdesk.marketplace.terms.restrictions import WHOLE, Act, RestrictionKind

_BEFORE_SALE: Final = frozenset({Act.ASK_BEFORE_SALE, Act.WRITE_BEFORE_SALE})
_SUSPENDED: Final = _BEFORE_SALE | {Act.START, Act.START_OWED}

# A kind that is not named for an act leaves it alone.
FORBIDS: Final[Mapping[RestrictionKind, frozenset[Act]]] = {
    RestrictionKind.DEMOTION: frozenset(),
    RestrictionKind.MESSAGING: frozenset({Act.START}),
    RestrictionKind.SELLING: frozenset({Act.ASK_BEFORE_SALE}),
    RestrictionKind.SUSPENSION: _SUSPENDED,
    RestrictionKind.REMOVAL: frozenset(Act),
}


def kinds_against(act: Act) -> list[RestrictionKind]:
    """The kinds that forbid it, the gravest last."""
    return [kind for kind in RestrictionKind if act in FORBIDS[kind]]


def is_forbidden(act: Act, *, kinds: Iterable[RestrictionKind]) -> bool:
    """Whether one of the kinds in force is in its way."""
    return any(act in FORBIDS[kind] for kind in kinds)


def gravest(kinds: Iterable[RestrictionKind], *, act: Act) -> RestrictionKind | None:
    """Of the kinds in force that which is the reason why it may not be done; None: it may."""
    found = set(kinds)
    return next((kind for kind in reversed(kinds_against(act)) if kind in found), None)


def is_in_force(
    at: datetime, *, starts_at: datetime, ends_at: datetime | None, lifted_at: datetime | None
) -> bool:
    """Half-open: from its start until its end, or until it was lifted, which may be before it started."""
    ends = [instant for instant in (ends_at, lifted_at) if instant is not None]
    return starts_at <= at and all(at < end for end in ends)


def roles_under(roles: Iterable[Role], *, kinds: Iterable[RestrictionKind]) -> frozenset[Role]:
    """A seller's roles under what is in force: whoever wrote for a removed shop reads and appeals."""
    held = frozenset(roles)
    if RestrictionKind.REMOVAL not in set(kinds) or held.isdisjoint({Role.OWNER, Role.AGENT}):
        return held
    return frozenset({Role.READER, Role.FORMER})


def smallest(factors: Iterable[int]) -> int:
    """The factor (thousandths) of a seller with several: the smallest, not their product."""
    return min(factors, default=WHOLE)
