"""The sums of many sellers on a day, from the points that are there."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from helpdesk.archive.database import hot
from helpdesk.standing.rules.ageing import age, end_of, oldest
from helpdesk.standing.rules.batching import totals
from helpdesk.standing.rules.valuing import halves, value
from helpdesk.standing.terms import Matter, State, Sums, Weights
from helpdesk.standing.terms.columns import Columns

_COUNTING = """
    SELECT seller_id, pair, matter, with_order, deadline_us, stands, overrun_us
    FROM standing_point, LATERAL (
        SELECT CASE ruled WHEN '' THEN state WHEN 'met' THEN 'met' ELSE 'excluded' END AS stands
    ) ruling
    WHERE seller_id = ANY(%s::bigint[]) AND deadline_us >= %s::bigint AND stands <> 'excluded'
      AND (stands <> 'open' OR deadline_us < %s::bigint)
"""
_STAND_INS = """
    SELECT DISTINCT ON (seller_id) seller_id, seller FROM standing_point
    WHERE seller_id = ANY(%s::bigint[]) ORDER BY seller_id, id
"""


def totals_on(*, sellers: Sequence[int], weights: Weights, on: date) -> dict[int, Sums]:
    """The sums of each seller at the end of a UTC day, in the present scope. One SQL statement."""
    places = {seller: place for place, seller in enumerate(sellers)}
    rows = hot.rows(_COUNTING, [list(sellers), oldest(on=on, weights=weights), end_of(on)])
    columns = _columns(rows, places, weights, on)
    found = totals(columns=columns, sellers=len(sellers), weights=weights)
    return dict(zip(sellers, found, strict=True))


def stand_ins(*, sellers: Sequence[int]) -> dict[int, UUID]:
    """What stands for them in leaves, of those who have a point, in the present scope. One SQL statement."""
    return dict(hot.rows(_STAND_INS, [list(sellers)]))


def _columns(rows: list[tuple[Any, ...]], places: dict[int, int], weights: Weights, on: date) -> Columns:
    found, buyers = Columns(), dict[tuple[int, UUID], int]()
    base = {matter.value: halves(matter=matter, weights=weights) for matter in Matter}
    for seller, pair, matter, with_order, deadline, state, overrun in rows:
        found.add(
            seller=places[seller],
            buyer=buyers.setdefault((seller, pair), len(buyers)),
            halves=base[matter],
            with_order=with_order,
            is_answer=matter == Matter.ANSWER,
            age=age(deadline=deadline, on=on),
            value=value(state=State(state), overrun=overrun, weights=weights),
        )
    return found
