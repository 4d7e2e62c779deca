"""Whose deadlines are counted by which calendar: Sellers by their establishment, markets, open clocks."""

from collections import Counter

from django.conf import settings
from django.db import connection
from django.db.models import Count

from helpdesk.archive.database.scope import acting
from helpdesk.deadlines.models import Obligation
from helpdesk.deadlines.policies import can_see_calendars
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden
from helpdesk.marketplace import queries as marketplace
from helpdesk.workdays import known

_WAITING = "SELECT count(*) FROM deadlines_obligation WHERE next_at = 'epoch'"
_LISTED = 200  # sellers that are named


def calendar_at(*, country: str, subdivision: str) -> str | None:
    """The calendar of a place, or of its country; None if neither is here."""
    own = known.code_of(country=country, subdivision=subdivision or None)
    return own or known.code_of(country=country)


def sellers_by(*, actor: Actor, code: str) -> list[tuple[str, str, str]]:
    """Sellers whose establishment counts by a calendar: name, country, subdivision. Raises Forbidden."""
    _refuse_strangers(actor)
    places = [place for place in _places() if calendar_at(country=place[0], subdivision=place[1]) == code]
    with acting(actor):
        return marketplace.sellers_established_in(places=places, limit=_LISTED)


def sellers_without_calendar(*, actor: Actor) -> list[tuple[str, str, str]]:
    """Sellers counted by their market's calendar because none of their own is here. Raises Forbidden."""
    _refuse_strangers(actor)
    places = [place for place in _places() if calendar_at(country=place[0], subdivision=place[1]) is None]
    with acting(actor):
        return marketplace.sellers_established_in(places=places, limit=_LISTED)


def waiting_for_recheck(*, actor: Actor) -> int:
    """Clocks that were marked and that the sweep has not counted again yet. One SQL statement."""
    _refuse_strangers(actor)
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(_WAITING)
        return int(cursor.fetchone()[0])


def sellers_by_code_for_system() -> Counter[str]:
    """How many Sellers are established where each calendar counts. One SQL statement beside the scope's."""
    found = Counter[str]()
    for country, subdivision, sellers in _established():
        if code := calendar_at(country=country, subdivision=subdivision):
            found[code] += sellers
    return found


def markets_by_code_for_system() -> dict[str, tuple[str, ...]]:
    """The markets that have a calendar as their own. One SQL statement beside the scope's."""
    found: dict[str, tuple[str, ...]] = {}
    for market in marketplace.markets_for_system():
        if code := known.code_of(country=market.country):
            found[code] = (*found.get(code, ()), market.code)
    return found


def open_by_code() -> Counter[str]:
    """How many open deadlines each calendar has, in the present scope. One SQL statement."""
    rows = Obligation.objects.filter(answered_at=None).values_list("calendar").annotate(n=Count("id"))
    return Counter(dict(rows))


def _places() -> list[tuple[str, str]]:
    return [(country, subdivision) for country, subdivision, _ in _established()]


def _established() -> list[marketplace.Establishment]:
    """None where the operator counts by market: then no establishment is asked."""
    return [] if settings.HELPDESK_CLOCK_BY == "market" else marketplace.establishments_for_system()


def _refuse_strangers(actor: Actor) -> None:
    if not can_see_calendars(actor):
        raise Forbidden("calendar.not_yours")
