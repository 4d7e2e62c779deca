"""By which calendars and whose law a case is counted, on what is in force."""

from dataclasses import dataclass
from datetime import date

from helpdesk.cases.terms.states import Facts, Reckoning
from helpdesk.conversations.terms import Thread
from helpdesk.deadlines import queries as calendars
from helpdesk.deadlines.terms import InForce
from helpdesk.kernel.refusal import Busy
from helpdesk.workdays import known
from helpdesk.workdays.calendar import Calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a Seller is established and where the thread's market is (ISO 3166, IANA zones)."""

    country: str
    subdivision: str
    zone: str
    market_country: str
    market_zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """Whose law governs a contract, and from which day; `law` is the market's, as `helpdesk.law` takes it."""

    law: str
    made_on: date


def place_of(*, thread: Thread) -> Place:
    """That of a thread."""
    return Place(
        country=thread.country,
        subdivision=thread.subdivision,
        zone=thread.zone,
        market_country=thread.market_country,
        market_zone=thread.market_zone,
    )


def reckoning_of(*, place: Place, contract: Contract, facts: Facts, in_force: InForce) -> Reckoning:
    """What the engine counts with. Raises Busy where there is no calendar.

    Outages stop the Platform's hours; the periods of the law know none.
    """
    return Reckoning(
        seller=_sellers(place, in_force),
        market=market_calendar(place=place, in_force=in_force),
        country=contract.law,
        contract_on=contract.made_on,
        condition=str(facts.get("condition", "new")),
        consumer=facts.get("consumer") != 0,
    )


def market_calendar(*, place: Place, in_force: InForce) -> Calendar:
    """The market's, as the law reads it. Raises Busy where there is none."""
    code = known.code_of(country=place.market_country, subdivision=None)
    if code is None:
        raise Busy("clock.no_calendar")
    version = calendars.version_in_force(code=code, at=in_force)
    return calendars.timetable(code=code, version=version, zone=place.market_zone or None)


def _sellers(place: Place, in_force: InForce) -> Calendar:
    found = calendars.calendar_of(
        country=place.country,
        subdivision=place.subdivision,
        zone=place.zone,
        market_country=place.market_country,
        market_zone=place.market_zone,
        at=in_force,
    )
    if found is None:
        raise Busy("clock.no_calendar")
    return found
