"""Which restrictions of sellers are in force, and what they do to visibility."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Q, QuerySet

from helpdesk.archive.database import hot
from helpdesk.marketplace.models import Restriction
from helpdesk.marketplace.rules.restricting import smallest
from helpdesk.marketplace.terms.restrictions import UNDER_WAY, WHOLE, RestrictionKind, RestrictionShown

_KINDS = "SELECT marketplace_restrictions_v1(%s::bigint, %s::timestamptz, %s::timestamptz)"


def restrictions_in_force(*, seller_id: int, at: datetime) -> list[RestrictionShown]:
    """A seller's restrictions at an instant (UTC), in the order of their start, in the present scope.

    Buyers see none of them. One SQL statement.
    """
    rows = _in_force(at).filter(seller_id=seller_id).order_by("starts_at", "id")
    return [_shown(row) for row in rows]


def kinds_in_force(*, seller_id: int, at: datetime) -> frozenset[RestrictionKind]:
    """Of what kinds they are, for whoever asks whether something may be done: also for buyers.

    Who reads a page learns no more of it than what they may not do. One SQL statement, in any scope.
    """
    [(kinds,)] = hot.rows(_KINDS, [seller_id, at, at])
    return frozenset(map(RestrictionKind, kinds))


def kinds_under_way(*, seller_id: int, at: datetime) -> frozenset[RestrictionKind]:
    """The same for a deed that was judged at `at` and is being stored: also what started meanwhile.

    To be asked after its entry, in a statement of its own: the entry waits for the seller's lock.
    """
    [(kinds,)] = hot.rows(_KINDS, [seller_id, at, at + UNDER_WAY])
    return frozenset(map(RestrictionKind, kinds))


def measure_factors(*, sellers: Sequence[int], at: datetime) -> dict[int, int]:
    """The factor (thousandths) of those whose visibility a measure lowers, in the present scope.

    Of several the smallest. One SQL statement.
    """
    found: dict[int, list[int]] = {}
    lowered = _in_force(at).filter(seller_id__in=sellers, factor__lt=WHOLE)
    for seller_id, factor in lowered.values_list("seller_id", "factor"):
        found.setdefault(seller_id, []).append(factor)
    return {seller_id: smallest(factors) for seller_id, factors in found.items()}


def _in_force(at: datetime) -> QuerySet[Restriction]:
    ended = Q(ends_at__lte=at) | Q(lifted_at__lte=at)
    return Restriction.objects.filter(starts_at__lte=at).exclude(ended)


def _shown(row: Restriction) -> RestrictionShown:
    return RestrictionShown(
        seller_id=row.seller_id,
        id=row.id,
        measure_id=row.measure_id,
        kind=RestrictionKind(row.kind),
        factor=row.factor,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        entry=row.entry,
        lifted_at=row.lifted_at,
    )
