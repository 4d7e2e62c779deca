"""How long a seller answers for goods: Directive (EU) 2019/771, Art. 10 to 14, and what markets made of it.

All instants are microseconds UTC, all days those of the buyer's market; `on` is the day of the contract:
later rules, as the twelve months after a repair, hold for contracts from their own day on.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final

from helpdesk.law.ending import Ending, ending
from helpdesk.law.row import Row, Unit
from helpdesk.law.table import find
from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.periods import Unit as PeriodUnit

_MONTHS: Final = {Unit.MONTHS: 1, Unit.YEARS: 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class Conformity:
    """What counts from delivery. None: that market's law has no such period.

    `ends`: a defect that shows by then is the seller's. `burden_ends`: until then it is presumed to have been
    there from the start. `reject_ends`: until then the buyer may reject goods at once. `action_ends`: until
    then a court may be asked. `rows` are the rules behind them, in this order.
    """

    ends: Ending
    burden_ends: Ending | None
    reject_ends: Ending | None
    action_ends: Ending | None
    rows: tuple[Row, ...]


def conformity(
    *,
    country: str,
    on: date,
    delivered: int,
    calendar: Calendar,
    condition: str = "new",
    repaired: bool = False,
    agreed_months: int | None = None,
) -> Conformity | None:
    """The periods of goods delivered at this instant; None where the law of the market knows none.

    `repaired`: they were repaired as a remedy; however often, that adds its months once. `agreed_months`:
    what the parties agreed for goods that are not new; never less than the law allows, nor more than it
    gives.
    """
    rule = partial(find, country=country, on=on, condition=condition)
    liability = rule(key="conformity.period")
    if liability is None:
        return None
    floor = rule(key="conformity.agreed_minimum")
    longer = rule(key="conformity.after_repair") if repaired else None
    months = _agreed(liability, floor, agreed_months) + (_in_months(longer) if longer else 0)
    whole = replace(liability.period(), amount=months, unit=PeriodUnit.MONTHS)
    others = [rule(key=f"conformity.{name}") for name in ("burden", "reject", "action")]
    burden, reject, action = (
        ending(event=delivered, period=row.period(), calendar=calendar) if row else None for row in others
    )
    return Conformity(
        ends=ending(event=delivered, period=whole, calendar=calendar),
        burden_ends=burden,
        reject_ends=reject,
        action_ends=action,
        rows=tuple(row for row in (liability, longer, *others) if row),
    )


def _agreed(liability: Row, floor: Row | None, agreed: int | None) -> int:
    """Months of the period; shorter only where something was agreed and the law lets it be."""
    given = _in_months(liability)
    if agreed is None or floor is None:
        return given
    return min(given, max(agreed, _in_months(floor)))


def _in_months(row: Row) -> int:
    return row.amount * _MONTHS[row.unit]
