"""A market before it is published: who would see what, which days would count, whose law, what is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from django.conf import settings

from helpdesk.cases import queries as cases
from helpdesk.deadlines import queries as deadlines
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.clock import to_us
from helpdesk.law import table
from helpdesk.law.countries import places
from helpdesk.law.row import Row
from helpdesk.marketplace import queries as marketplace
from helpdesk.marketplace.terms.deciding import Outlook
from helpdesk.marketplace.terms.records import MarketDraft
from helpdesk.workdays import known
from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.explain import Explanation, explain
from helpdesk.workdays.holiday import Holiday
from helpdesk.workdays.localdays import local_date, zone_named

DAYS_OFF = 6  # that are named
_ASKED = time(15)  # on the wall clock of the market, for the example
_LAW = (
    "withdrawal.period",
    "withdrawal.refund",
    "conformity.period",
    "conformity.burden",
    "complaint.answer",
)


class Missing(StrEnum):
    """What somebody who opens a market should know is not there. None of it keeps anybody from opening it."""

    CALENDAR = "calendar"
    LAW = "law"
    OWN_LAW = "own_law"
    OTHER_LAW = "other_law"
    TRANSLATION = "translation"
    DELIVERY = "delivery"
    ABROAD = "abroad"


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysCounted:
    """The calendar of the market's country: what is off next, and how a question before it counts."""

    code: str
    version: int
    last_day: date
    next_off: Sequence[Holiday]
    example: Explanation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LawHeld:
    """Whose law; `rules` hold today, `own` of them the country's own; `main` are those that cases run by."""

    place: str
    rules: int
    own: int
    unconfirmed: int
    main: Sequence[Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketPlan:
    """Everything that a page and the API show before a market is published."""

    code: str
    draft: MarketDraft
    outlook: Outlook
    days: DaysCounted | None
    law: LawHeld
    flows: Sequence[str]
    by_market: bool
    """Whether all clocks count by the market's calendar, or by the Seller's establishment."""

    missing: Sequence[tuple[Missing, str]]


def market_plan(*, actor: Actor, now: datetime, code: str, said: Mapping[str, Any]) -> MarketPlan:
    """What publishing this would do; nothing is stored. Nine SQL statements at most beside the scopes'.

    Raises Forbidden, Misshapen.
    """
    draft, outlook = marketplace.market_outlook(actor=actor, code=code, said=dict(said))
    days, law = days_counted(country=draft.country, zone=draft.time_zone, now=now), _law(draft, now)
    return MarketPlan(
        code=code,
        draft=draft,
        outlook=outlook,
        days=days,
        law=law,
        flows=[flow.kind.value for flow in cases.flows(on=_today(draft.time_zone, now))],
        by_market=settings.HELPDESK_CLOCK_BY == "market",
        missing=_missing(draft, days, law),
    )


def days_counted(*, country: str, zone: str, now: datetime) -> DaysCounted | None:
    """The calendar in force of a country on the wall clock of `zone` (IANA); None if none is here.

    Two SQL statements at most beside the scopes'.
    """
    code = known.code_of(country=country)
    if code is None:
        return None
    at = deadlines.in_force_for_system()
    calendar = deadlines.current(code=code, zone=zone or None, at=at)
    today = _today(calendar.zone, now)
    off = sorted(on for on in calendar.definition.holidays if on >= today)
    return DaysCounted(
        code=code,
        version=calendar.version,
        last_day=calendar.last_day,
        next_off=[calendar.definition.holidays[on] for on in off[:DAYS_OFF]],
        example=_example(calendar, off),
    )


def _example(calendar: Calendar, off: Sequence[date]) -> Explanation | None:
    """A question in the afternoon of the last business day before the next day off that is no weekend."""
    for on in off:
        if on.weekday() not in calendar.definition.weekdays:
            continue
        before = on - timedelta(days=1)
        while not calendar.is_business_day(before):
            before -= timedelta(days=1)
        asked = datetime.combine(before, _ASKED, zone_named(calendar.zone))
        return explain(calendar=calendar, received=to_us(asked))
    return None


def _today(zone: str, now: datetime) -> date:
    return local_date(at=to_us(now), zone=zone_named(zone))


def _law(draft: MarketDraft, now: datetime) -> LawHeld:
    rows = table.holding(country=draft.law, on=_today(draft.time_zone, now))
    own = {place for place in places(draft.law) if place[:2] == draft.law[:2]}
    return LawHeld(
        place=draft.law,
        rules=len(rows),
        own=sum(row.country in own for row in rows),
        unconfirmed=sum(not row.confirmed for row in rows),
        main=[row for key in _LAW for row in rows if row.key == key and row.condition is None],
    )


def _missing(draft: MarketDraft, days: DaysCounted | None, law: LawHeld) -> list[tuple[Missing, str]]:
    """What is not there, and of what."""
    ours = {code for code, _ in settings.LANGUAGES}
    found = [(Missing.CALENDAR, draft.country)] if days is None else []
    if not law.rules:
        found.append((Missing.LAW, draft.law))
    elif not law.own:
        found.append((Missing.OWN_LAW, draft.law))
    if draft.law[:2] != draft.country:
        found.append((Missing.OTHER_LAW, draft.law))
    found += [(Missing.TRANSLATION, tag) for tag in draft.languages if tag.partition("-")[0] not in ours]
    if not draft.delivery_countries:
        found.append((Missing.DELIVERY, ""))
    elif draft.country not in draft.delivery_countries:
        found.append((Missing.ABROAD, draft.country))
    return found
