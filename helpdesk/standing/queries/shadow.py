"""Other weights held against the last days: whom they would touch."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from helpdesk.archive.database.scope import everything
from helpdesk.standing.models import Shown
from helpdesk.standing.queries.totals import totals_on
from helpdesk.standing.queries.weights import weights_on
from helpdesk.standing.rules.scoring import score
from helpdesk.standing.terms import Score, Weights
from helpdesk.standing.terms.shadowed import Shadowed, Touched

AT_ONCE = 500
SHADOW_DAYS = 30


def shadowed_for_system(*, weights: Weights, on: date, days: int = SHADOW_DAYS) -> Iterator[Shadowed]:
    """In parts: each day up to `on` (UTC) counted by the weights that held and by these.

    Obligations as they stand now: a verdict that came later is known to both. Nothing is stored.
    """
    after = 0
    while True:
        with everything():
            rows = Shown.objects.filter(rated=True, seller_id__gt=after).order_by("seller_id")
            sellers = list(rows.values_list("seller_id", flat=True)[:AT_ONCE])
            if not sellers:
                return
            yield _part(sellers, weights, on, days)
        after = sellers[-1]


def _part(sellers: Sequence[int], weights: Weights, on: date, days: int) -> Shadowed:
    asked = dict.fromkeys(sellers, (0, 0))
    held, would = dict[int, Score](), dict[int, Score]()
    for back in range(days - 1, -1, -1):  # the last day last: what it comes to is shown
        day = on - timedelta(days=back)
        held, would = (_scores(sellers, one, day) for one in (weights_on(on=day), weights))
        asked = {
            seller: (now + held[seller].asks_for_step, then + would[seller].asks_for_step)
            for seller, (now, then) in asked.items()
        }
    found = (_touched(seller, held[seller], would[seller], asked[seller]) for seller in sellers)
    return Shadowed(sellers=len(sellers), touched=tuple(one for one in found if one is not None))


def _scores(sellers: Sequence[int], weights: Weights, on: date) -> dict[int, Score]:
    totals = totals_on(sellers=sellers, weights=weights, on=on)
    return {seller: score(total=total, weights=weights) for seller, total in totals.items()}


def _touched(seller: int, held: Score, would: Score, asked: tuple[int, int]) -> Touched | None:
    before, after = held.rank_milli(), would.rank_milli()
    if (before, held.level, asked[0]) == (after, would.level, asked[1]):
        return None
    return Touched(
        seller_id=seller,
        visibility=before,
        would_be=after,
        level=held.level,
        would_be_level=would.level,
        asked_days=asked[0],
        would_be_asked_days=asked[1],
    )
