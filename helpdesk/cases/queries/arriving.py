"""When a parcel mostly arrives: a day that forms suggest, and people change."""

from datetime import date, datetime

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


def usual_arrival(*, actor: Actor, now: datetime, market: str) -> date:
    """Of what leaves now: the second business day of the market, by the calendar in force there.

    One SQL statement beside the scope's. Raises NotFound, Busy where the market has no calendar.
    """
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(_MARKET, [market])
        found = cursor.fetchone()
    if found is None:
        raise NotFound("market.not_found")
    country, zone, editions, outages = found
    place = Place(country="", subdivision="", zone="", market_country=country, market_zone=zone)
    calendar = market_calendar(place=place, in_force=InForce(editions=editions, outages=outages))
    return counting.usual_arrival(to_us(now), calendar=calendar)
