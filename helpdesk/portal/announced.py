"""What is announced and not yet in force: a line on a Seller's own pages, until its day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from helpdesk.enforcement import queries as enforcement
from helpdesk.notifications.terms import Kind
from helpdesk.notifications.words import from_day
from helpdesk.standing import queries as standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """What is said of it, and where its page is."""

    said: str
    to: str


def coming(*, now: datetime) -> list[Coming]:
    """The nearest day first. Two SQL statements."""
    found = sorted(_found(now.date()), key=lambda one: one[1])
    return [
        Coming(said=from_day(kind=kind, on=on), to=f"{reverse(kind.value)}#versions") for kind, on in found
    ]


def _found(today: date) -> Iterator[tuple[Kind, date]]:
    _, weights = standing.published_weights_for_system(on=today)
    _, tracks = enforcement.published_tracks_for_system(on=today)
    for kind, versions in ((Kind.WEIGHTS, weights), (Kind.TRACKS, tracks)):
        yield from ((kind, one.effective_on) for one in versions if one.effective_on)
