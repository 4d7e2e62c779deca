"""Shops and markets in numbers, from stored days alone."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet, Subquery, Sum

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden
from helpdesk.marketplace.queries import seller_names
from helpdesk.oversight.models import Counted, Day
from helpdesk.oversight.policies import can_see_figures

DAYS = (7, 30, 90)  # that the overview may look back
WEEKS = 13
WARM = 40  # shops that the map shows
COLUMNS = (
    *("on_day", "market", "seller_id", "asked", "met", "late", "missed"),
    *("open", "overdue", "refused", "cases"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Of some days: what came, how it was answered, what was refused. See `models.Day`."""

    asked: int = 0
    met: int = 0
    late: int = 0
    missed: int = 0
    refused: int = 0
    cases: int = 0

    @property
    def due(self) -> int:
        """What was to be answered."""
        return self.met + self.late + self.missed

    @property
    def share(self) -> float | None:
        """In time, 0..1; None where nothing was due."""
        return self.met / self.due if self.due else None

    def __add__(self, other: "Counts") -> "Counts":
        """Both together."""
        return Counts(**{name: getattr(self, name) + getattr(other, name) for name in _SUMMED})


_UNTIL = Subquery(Counted.objects.values("until_day")[:1])  # the day that was counted last
_SUMMED = tuple(one.name for one in fields(Counts))


@dataclass(frozen=True, slots=True, kw_only=True)
class OnDay:
    """One UTC day, with what waited at its end."""

    on: date
    of: Counts
    open: int
    overdue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InMarket:
    """One market over some days, with what waited at the end of the last of them."""

    market: str
    of: Counts
    open: int
    overdue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """`days` from the earliest, without gaps; `last` is the one that was counted last, with what waits;
    `markets` by what came.
    """

    days: Sequence[OnDay]
    last: OnDay
    markets: Sequence[InMarket]
    total: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Warmth:
    """One shop, week by week; weeks begin on Mondays."""

    seller_id: int
    name: str
    weeks: Sequence[Counts]
    total: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """The shops that left most unanswered or late, the worst first. `firsts` are the weeks' Mondays."""

    firsts: Sequence[date]
    shops: Sequence[Warmth]


def overview(*, actor: Actor, now: datetime, days: int = DAYS[1], market: str | None = None) -> Overview:
    """The last days, today's as it stands. One SQL statement beside the scope's. Raises Forbidden."""
    first = now.date() - timedelta(days=days - 1)
    with acting(actor):
        days_of = _days(actor, first, market).values("on_day", "market", until=_UNTIL)
        rows: list[dict[str, Any]] = [*_summed(days_of, (*_SUMMED, "open", "overdue"))]
    last: date = rows[0]["until"] if rows else now.date()
    return Overview(
        days=[
            _on_day(first + timedelta(days=n), [row for row in rows if row["on_day"] == first + timedelta(n)])
            for n in range(days)
        ],
        last=_on_day(last, [row for row in rows if row["on_day"] == last]),
        markets=_markets(rows, last),
        total=_total(rows),
    )


def heat_map(*, actor: Actor, now: datetime, market: str | None = None) -> HeatMap:
    """The last 13 weeks, this one included. Three SQL statements beside the scope's. Raises Forbidden."""
    firsts = mondays(today=now.date())
    with acting(actor):
        known = _days(actor, firsts[0], market)
        worst = list(
            known.values("seller_id")
            .annotate(bad=Sum("late") + Sum("missed"), due=Sum("met") + Sum("late") + Sum("missed"))
            .filter(due__gt=0)
            .order_by("-bad", "-due", "seller_id")[:WARM]
        )
        ids = [row["seller_id"] for row in worst]
        rows = list(_sums(known.filter(seller_id__in=ids)))
        names = seller_names(seller_ids=set(ids))
    return HeatMap(firsts=firsts, shops=[_warmth(id, names.get(id, ""), rows, firsts) for id in ids])


def weeks_of(*, actor: Actor, now: datetime, seller_id: int) -> tuple[Sequence[date], Warmth]:
    """One shop's last 13 weeks, with the Mondays. One SQL statement beside the scope's. Raises Forbidden."""
    firsts = mondays(today=now.date())
    with acting(actor):
        rows = list(_sums(_days(actor, firsts[0], None).filter(seller_id=seller_id)))
    return firsts, _warmth(seller_id, "", rows, firsts)


def days_csv(*, actor: Actor, now: datetime, days: int, market: str | None = None) -> str:
    """Each stored day of each shop and market as a table for spreadsheets, the earliest first.

    Codes and plain numbers in every language. One SQL statement beside the scope's. Raises Forbidden.
    """
    first = now.date() - timedelta(days=days - 1)
    written = io.StringIO()
    with acting(actor):
        rows = _days(actor, first, market).order_by("on_day", "market", "seller_id")
        csv.writer(written).writerows([COLUMNS, *rows.values_list(*COLUMNS)])
    return written.getvalue()


def mondays(*, today: date) -> list[date]:
    """Of the last 13 weeks, the earliest first."""
    this = today - timedelta(days=today.weekday())
    return [this - timedelta(weeks=n) for n in range(WEEKS - 1, -1, -1)]


def _days(actor: Actor, first: date, market: str | None) -> QuerySet[Day]:
    if not can_see_figures(actor=actor):
        raise Forbidden("oversight.not_yours")
    found = Day.objects.filter(on_day__gte=first)
    return found.filter(market=market) if market else found


def _sums(rows: QuerySet[Day]) -> Iterable[dict[str, Any]]:
    return _summed(rows.values("seller_id", "on_day"), _SUMMED)


def _summed(rows: Any, names: Iterable[str]) -> Iterable[dict[str, Any]]:
    """One row for each of what `rows` names."""
    return rows.annotate(**{f"sum_{name}": Sum(name) for name in names})  # type: ignore[no-any-return]


def _counts(row: dict[str, Any]) -> Counts:
    return Counts(**{name: row[f"sum_{name}"] for name in _SUMMED})


def _total(rows: Iterable[dict[str, Any]]) -> Counts:
    return sum((_counts(row) for row in rows), start=Counts())


def _on_day(on: date, rows: Sequence[dict[str, Any]]) -> OnDay:
    waits = {name: sum(row[f"sum_{name}"] for row in rows) for name in ("open", "overdue")}
    return OnDay(on=on, of=_total(rows), **waits)


def _markets(rows: Sequence[dict[str, Any]], last: date) -> list[InMarket]:
    found = []
    for market in sorted({row["market"] for row in rows}):
        here = [row for row in rows if row["market"] == market]
        end = _on_day(last, [row for row in here if row["on_day"] == last])
        found.append(InMarket(market=market, of=_total(here), open=end.open, overdue=end.overdue))
    return sorted(found, key=lambda one: -one.of.asked)


def _warmth(id: int, name: str, rows: Iterable[dict[str, Any]], firsts: Sequence[date]) -> Warmth:
    weeks = [Counts() for _ in firsts]
    for row in rows:
        if row["seller_id"] == id:
            weeks[(row["on_day"] - firsts[0]).days // 7] += _counts(row)
    return Warmth(seller_id=id, name=name, weeks=weeks, total=sum(weeks, start=Counts()))
