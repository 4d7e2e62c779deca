"""Shops and markets in numbers, for the desk: from stored days, never a word of a message."""

from datetime import date
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.kernel import clock
from helpdesk.marketplace import queries as marketplace
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.oversight import queries
from helpdesk.oversight.queries import Counts, ShopRow

overview = Router()
shops = Router()
_CSV = {
    "responses": {
        "200": {
            "description": "The table",
            "content": {"text/csv": {"schema": {"type": "string"}}},
        }
    }
}
_Days = Annotated[int, Query(), Field(ge=1, le=366)]
_Market = Annotated[str | None, Query(), Field(max_length=20)]


class OverviewCountsShape(Schema):
    """Questions `asked`; of those due by then, answered in time, late, and never or not yet; texts refused to
    Sellers; cases opened. `share` in time is null where nothing was due.
    """

    asked: int
    met: int
    late: int
    missed: int
    refused: int
    cases: int
    share: float | None


class OverviewDayShape(OverviewCountsShape):
    """One UTC day, with what waited at its end, `overdue` of it too long."""

    on: date
    open: int
    overdue: int


class OverviewMarketShape(OverviewCountsShape):
    """One market, with what waited at the end of the last day."""

    market: str
    open: int
    overdue: int


class OverviewShape(Schema):
    """The last days, the earliest first, today's as it stands; counted anew every hour."""

    days: list[OverviewDayShape]
    markets: list[OverviewMarketShape]
    total: OverviewCountsShape


class WarmthShape(Schema):
    """One shop's weeks, in the order of `mondays`."""

    seller: int
    name: str
    weeks: list[OverviewCountsShape]


class OverviewWeeksShape(Schema):
    """The shops that left most late or unanswered in 13 weeks, the worst first."""

    mondays: list[date]
    shops: list[WarmthShape]


class ShopShape(Schema):
    """A shop in a line: `met` of `due` in 30 days; `rank_factor` null before anything was published;
    `restricted` by what is in force; `proposed`: a measure waits for a decision.
    """

    seller: int
    name: str
    country: str
    open: int
    overdue: int
    met: int
    due: int
    rank_factor: float | None
    level: str | None
    restricted: list[str]
    proposed: bool


class ShopsShape(Schema):
    """At most 100, the most urgent first."""

    data: list[ShopShape]


class ShopFileShape(ShopShape):
    """One in full: the score now, its weeks, and its measures, the latest first."""

    external_id: str
    score: float
    mondays: list[date]
    weeks: list[OverviewCountsShape]
    measures: list[str]


@overview.get("", response=OverviewShape)
def of_marketplace(request: ApiRequest, days: _Days = 90, market: _Market = None) -> dict[str, Any]:
    """Volume, share in time, backlog and overdue: day by day and market by market."""
    found = queries.overview(actor=request.auth, now=clock.now(), days=days, market=market)
    return {
        "days": [
            _counts(one.of) | {"on": one.on, "open": one.open, "overdue": one.overdue} for one in found.days
        ],
        "markets": [
            _counts(one.of) | {"market": one.market, "open": one.open, "overdue": one.overdue}
            for one in found.markets
        ],
        "total": _counts(found.total),
    }


@overview.get("/weeks", response=OverviewWeeksShape)
def weeks(request: ApiRequest, market: _Market = None) -> dict[str, Any]:
    """The map of shops and weeks."""
    found = queries.heat_map(actor=request.auth, now=clock.now(), market=market)
    return {
        "mondays": found.firsts,
        "shops": [
            {"seller": one.seller_id, "name": one.name, "weeks": [_counts(week) for week in one.weeks]}
            for one in found.shops
        ],
    }


@overview.get("/days.csv", openapi_extra=_CSV)
def days_csv(request: ApiRequest, days: _Days = 90, market: _Market = None) -> HttpResponse:
    """Each stored day of each shop and market, as a table."""
    text = queries.days_csv(actor=request.auth, now=clock.now(), days=days, market=market)
    return HttpResponse(text, content_type="text/csv; charset=utf-8")


@shops.get("", response=ShopsShape)
def listed(
    request: ApiRequest, words: Annotated[str, Query(), Field(max_length=120)] = "", market: _Market = None
) -> dict[str, Any]:
    """Those for which a measure is proposed, then those with most questions overdue."""
    found = queries.shops(actor=request.auth, now=clock.now(), words=words, market=market)
    return {"data": [_shop(one) for one in found]}


@shops.get("/{seller}", response=ShopFileShape)
def in_full(request: ApiRequest, seller: str) -> dict[str, Any]:
    """One shop, by the Platform's id of it."""
    id = marketplace.resolve_for_system(kind=Kind.SELLER, external_id=seller).seller_id
    found = queries.shop_file(actor=request.auth, now=clock.now(), seller_id=id)
    return _shop(found.row) | {
        "external_id": found.shop.external_id,
        "score": float(found.score.p),
        "mondays": found.mondays,
        "weeks": [_counts(week) for week in found.weeks.weeks],
        "measures": [str(one.id) for one in found.measures],
    }


def _counts(of: Counts) -> dict[str, Any]:
    return {
        "asked": of.asked,
        "met": of.met,
        "late": of.late,
        "missed": of.missed,
        "refused": of.refused,
        "cases": of.cases,
        "share": of.share,
    }


def _shop(one: ShopRow) -> dict[str, Any]:
    return {
        "seller": one.seller_id,
        "name": one.name,
        "country": one.country,
        "open": one.open,
        "overdue": one.overdue,
        "met": one.met,
        "due": one.due,
        "rank_factor": None if one.rank is None else one.rank / 1000,
        "level": one.level.value if one.level else None,
        "restricted": [kind.value for kind in one.restricted],
        "proposed": one.proposed,
    }
