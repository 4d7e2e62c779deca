"""A Seller's obligations as a table for spreadsheets: codes and whole numbers that sum to the score."""

import csv
import io
from datetime import datetime

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.standing.queries.explained import explained
from helpdesk.standing.terms import V_ONE, W_ONE, Line

COLUMNS = (
    *("point", "conversation", "entry", "matter", "with_order", "deadline", "state", "code", "counts"),
    *("overrun_seconds", "age_days", "base", "age_weight", "buyer_share", "weight", "value", "lost"),
    *("weight_2_32", "value_2_16"),
)


def points_csv(*, actor: Actor, now: datetime) -> str:
    """The own ones as they stand now, the latest deadline first. Two SQL statements. Raises Forbidden.

    The sum of `weight_2_32` is n times 2**32; that of `weight_2_32` times `value_2_16` is m times 2**48.
    """
    found = explained(actor=actor, now=now)
    written = io.StringIO()
    csv.writer(written).writerows([COLUMNS, *(_row(found.seller_id, line) for line in found.lines)])
    return written.getvalue()


def _row(seller_id: int, line: Line) -> list[object]:
    point = line.point
    return [
        *(Ref(seller_id, one) for one in (point.id, point.chain, point.by)),
        *(point.matter.value, int(point.with_order), _instant(point.deadline), point.stands.value),
        *(
            point.why_excluded or point.code,
            line.why.value,
            point.overrun // 1_000_000,
            line.age,
            float(line.base),
        ),
        *(_part(line.by_age, W_ONE), f"{float(line.scale):.6f}", _part(line.weight, W_ONE)),
        *(_part(line.value, V_ONE), f"{float(line.lost):.6f}", line.weight, line.value),
    ]


def _part(amount: int, whole: int) -> str:
    return f"{amount / whole:.6f}"


def _instant(us: int) -> str:
    return f"{clock.from_us(us):%Y-%m-%dT%H:%M:%SZ}"
