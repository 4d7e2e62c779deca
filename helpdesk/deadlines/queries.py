"""Reads of deadlines: which calendar a Seller's clock runs on."""

from helpdesk.workdays import known
from helpdesk.workdays.calendar import Calendar


def calendar_of(
    *, country: str, subdivision: str | None, zone: str, market_country: str, market_zone: str
) -> Calendar | None:
    """The establishment's calendar; the thread's market's where there is none here (clock.md, "calendar").

    A subdivision without a calendar of its own falls back to its country's national days. None: neither.
    """
    for code, part, where in (
        (country, subdivision, zone),
        (country, None, zone),
        (market_country, None, market_zone),
    ):
        if calendar := known.calendar_for(country=code, subdivision=part or None, zone=where or None):
            return calendar
    return None
