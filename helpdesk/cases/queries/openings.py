"""What a Buyer may open about an order now, judged by the same rules as the opening itself."""

from dataclasses import replace
from datetime import datetime

from helpdesk.archive.database.scope import everything
from helpdesk.cases.queries.given_back import left_of
from helpdesk.cases.queries.grounds import Grounds, grounds_of
from helpdesk.cases.queries.reckoning import Place, market_calendar
from helpdesk.cases.rules import known, opening
from helpdesk.cases.rules.counting import local_day
from helpdesk.cases.terms.names import Kind, Remedy, Situation
from helpdesk.cases.terms.openings import Offered, Openable
from helpdesk.cases.terms.states import Facts, Reckoning
from helpdesk.deadlines import queries as deadlines
from helpdesk.kernel.clock import from_us, to_us
from helpdesk.law.table import find
from helpdesk.marketplace.terms.shown import MarketShown, OrderShown
from helpdesk.workdays.calendar import Calendar

_MENDING = (Remedy.REPAIR, Remedy.REPLACEMENT)
_MONEY = (Remedy.PRICE_REDUCTION, Remedy.REFUND)


def openable(*, order: OrderShown, market: MarketShown, now: datetime) -> Openable:
    """Of an order that its reader has been shown, in its market. Five SQL statements. Raises Busy."""
    grounds = grounds_of(order=order.ref)
    with everything():  # what is in force is no secret, nor is to the Buyer what goes back of the order
        in_force, left = deadlines.in_force(), left_of(grounds=grounds)
    place = Place(
        country="",
        subdivision="",
        zone="",
        market_country=market.country,
        market_zone=market.time_zone,
    )
    calendar = market_calendar(place=place, in_force=in_force)
    at = to_us(now)
    ends = grounds.right_ends(calendar=calendar)
    offered = [_offered(one, grounds, calendar, ends, at) for one in Situation]
    if not any(left.values()):
        offered = [_gone(one) for one in offered]
    changed = next(one for one in offered if one.situation is Situation.CHANGED_MIND)
    withdraws = changed.kind is Kind.WITHDRAWAL and not changed.refusal
    first, after = _remedies(grounds)
    return Openable(
        offered=offered,
        withdraws=withdraws,
        withdraw_until=from_us(ends + 1) if withdraws and ends is not None else None,
        left=left,
        first=first,
        after=after,
    )


def _gone(one: Offered) -> Offered:
    """Goods that go back already do so once."""
    if one.situation is not Situation.CHANGED_MIND:
        return one
    return replace(one, refusal="case.goes_back_already")


def _offered(
    situation: Situation, grounds: Grounds, calendar: Calendar, ends: int | None, at: int
) -> Offered:
    facts: dict[str, str | int] = {"situation": situation.value, "wanted": Remedy.REPAIR, **grounds.facts()}
    facts |= {"right_ends": ends} if ends is not None else {}
    kind = opening.kind_for(situation, facts=facts, at=at)
    if kind is not Kind.WITHDRAWAL:
        facts.pop("right_ends", None)
    if kind is Kind.COMPLAINT and (until := grounds.conformity_ends(calendar=calendar)) is not None:
        facts["right_ends"] = until
    flow = known.newest(kind, on=local_day(at, calendar=calendar))
    refusal = opening.refusal_of(flow, facts=facts, at=at, reckoning=_reckoning(grounds, calendar, facts))
    return Offered(
        situation=situation,
        kind=kind,
        refusal=refusal.code if refusal else "",
        fields=[use.name for use in flow.opening.fields],
        notice=flow.opening.notice,
    )


def _reckoning(grounds: Grounds, calendar: Calendar, facts: Facts) -> Reckoning:
    """An opening is judged by the days of the market alone."""
    return Reckoning(
        seller=calendar,
        market=calendar,
        country=grounds.contract.law,
        contract_on=grounds.contract.made_on,
        condition=str(facts["condition"]),
        consumer=grounds.consumer,
    )


def _remedies(grounds: Grounds) -> tuple[tuple[Remedy, ...], tuple[Remedy, ...]]:
    """Goods are mended first; where the law lets a Buyer reject them at once, or nothing but the contract
    counts, each may be wanted.
    """
    rejects = find(key="conformity.reject", country=grounds.contract.law, on=grounds.contract.made_on)
    if rejects is not None or not grounds.consumer:
        return (*_MENDING, *_MONEY), ()
    return _MENDING, _MONEY
