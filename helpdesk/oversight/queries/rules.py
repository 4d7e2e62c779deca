"""The rules of the house as data: what is in force now, read from where the code itself reads it."""

from django.conf import settings

from helpdesk.conversations.terms import MAX_TEXT
from helpdesk.deadlines import queries as deadlines
from helpdesk.deadlines.terms import SOON_PERCENT, STRONG_PERCENT, InForce
from helpdesk.marketplace.queries import markets_for_system
from helpdesk.oversight.terms import READING_LASTS, CalendarRule, MarketRule, Reason, Rules
from helpdesk.workdays import known
from helpdesk.workdays.calendar import DAY_US
from helpdesk.workdays.definition import MONDAY_TO_FRIDAY
from helpdesk.workdays.localdays import SECOND_US

_HOUR_US = 3600 * SECOND_US


def rules_for_system() -> Rules:
    """For pages that anybody may read. Three SQL statements at most beside the scopes'."""
    at = deadlines.in_force_for_system()
    return Rules(
        answer_hours=DAY_US // _HOUR_US,
        weekdays=tuple(sorted(day + 1 for day in MONDAY_TO_FRIDAY)),
        calendars=tuple(_calendar(code, at) for code in known.calendars()),
        soon_percent=SOON_PERCENT,
        strong_percent=STRONG_PERCENT,
        reading_minutes=int(READING_LASTS.total_seconds()) // 60,
        reading_reasons=tuple(Reason),
        message_characters=MAX_TEXT,
        languages=tuple(code for code, _ in settings.LANGUAGES),
        markets=tuple(
            MarketRule(
                code=market.code,
                country=market.country,
                languages=tuple(market.languages),
                time_zone=market.time_zone,
            )
            for market in markets_for_system()
        ),
    )


def _calendar(code: str, at: InForce) -> CalendarRule:
    edition = deadlines.edition_of(code=code, version=deadlines.version_in_force(code=code, at=at))
    return CalendarRule(
        code=code, version=edition.version, first_day=edition.first_day, last_day=edition.last_day
    )
