"""When a parcel mostly arrives: a day that forms suggest, and people change."""

import time
from datetime import date, datetime
from typing import Final

from django.db import connection

from helpdesk.archive.database.scope import acting
from helpdesk.cases.queries.reckoning import Place, market_calendar
from helpdesk.cases.rules import counting
from helpdesk.deadlines.terms import InForce
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.clock import to_us
from helpdesk.kernel.refusal import NotFound

_MARKET = """
    SELECT m.country, m.time_zone, (SELECT count(*) FROM deadlines_edition),
           (SELECT coalesce(max(g.number), 0) FROM deadlines_outage g)
    FROM marketplace_market m WHERE m.code = %s
"""


FRESH_SECONDS: Final = 5.0
"""How long a process may suggest a day by what it read last: people see the day and may change it."""

_known: dict[tuple[str, str], tuple[float, tuple[str, str, int, int]]] = {}  # by database and market


def usual_arrival(*, actor: Actor, now: datetime, market: str) -> date:
    """Of what leaves now: the second business day of the market, by the calendar in force there.

    Mostly no SQL: read anew every 5 s. Raises NotFound, Busy where the market has no calendar.
    """
    country, zone, editions, outages = _market(actor, market)
    place = Place(country="", subdivision="", zone="", market_country=country, market_zone=zone)
    calendar = market_calendar(place=place, in_force=InForce(editions=editions, outages=outages))
    return counting.usual_arrival(to_us(now), calendar=calendar)


def _market(actor: Actor, market: str) -> tuple[str, str, int, int]:
    """Its country and zone, and how much was published of calendars and outages."""
    key = (str(connection.settings_dict["NAME"]), market)
    read_at, known = _known.get(key, (float("-inf"), ("", "", 0, 0)))
    if time.monotonic() - read_at <= FRESH_SECONDS:
        return known
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(_MARKET, [market])
        found = cursor.fetchone()
    if found is None:
        raise NotFound("market.not_found")
    _known[key] = (time.monotonic(), found)
    return _known[key][1]


def forget() -> None:
    """For tests: as if the process had just begun."""
    _known.clear()
