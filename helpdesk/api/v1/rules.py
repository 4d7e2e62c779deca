"""Rules: the parameters in force, as the page "How Helpdesk works" says them, for everybody."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from helpdesk.oversight import queries

router = Router()


class CalendarInForce(Schema):
    """Public holidays known from `first_day` to `last_day` inclusive."""

    code: str
    version: int
    first_day: date
    last_day: date


class MarketInForce(Schema):
    """`time_zone` is IANA, `country` ISO 3166-1."""

    code: str
    country: str
    languages: list[str]
    time_zone: str


class Rules(Schema):
    """Weekdays count Monday as 1; percentages are of the counted time."""

    answer_hours: int
    weekdays: list[int]
    calendars: list[CalendarInForce]
    soon_percent: int
    strong_percent: int
    reading_minutes: int
    reading_reasons: list[str]
    message_characters: int
    languages: list[str]
    markets: list[MarketInForce]


@router.get("", response=Rules, auth=None)
def show(request: HttpRequest) -> dict[str, Any]:
    """What is in force now."""
    rules = queries.rules_for_system()
    return {
        "answer_hours": rules.answer_hours,
        "weekdays": rules.weekdays,
        "calendars": rules.calendars,
        "soon_percent": rules.soon_percent,
        "strong_percent": rules.strong_percent,
        "reading_minutes": rules.reading_minutes,
        "reading_reasons": [reason.value for reason in rules.reading_reasons],
        "message_characters": rules.message_characters,
        "languages": rules.languages,
        "markets": rules.markets,
    }
