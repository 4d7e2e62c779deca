"""The published tracks: which measures there are, what leads to which, and what is announced."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.views.decorators.http import require_safe

from helpdesk.enforcement import queries
from helpdesk.enforcement.queries import InForce
from helpdesk.enforcement.terms import LadderStep, Track, Tracks
from helpdesk.enforcement.words import EFFECTS, MEASURES, RULES, VIOLATIONS
from helpdesk.enforcement.words.moments import percent, points
from helpdesk.kernel import clock
from helpdesk.standing.terms import NOTICE_DAYS

_NONE = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A step in the reader's words; `at` in points, on the conduct track alone."""

    of: LadderStep
    name: Promise
    effect: Promise
    at: str
    factor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """A version to come, with what it changes: the parameter's name, its value now and then."""

    version: int
    effective_on: date | None
    changes: Sequence[tuple[str, int | str, int | str]]


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """For everybody, signed in or not."""
    now, coming = queries.published_tracks_for_system(on=clock.now().date())
    tracks = now.tracks
    context = {
        "tracks": tracks,
        "effective_on": now.effective_on,
        "response": [_row(step) for step in tracks.ladder(Track.RESPONSE)],
        "conduct": [_row(step) for step in tracks.ladder(Track.CONDUCT)],
        "violations": [
            (VIOLATIONS[kind], RULES[kind], points(worth)) for kind, worth in tracks.points.items()
        ],
        "notice_days": NOTICE_DAYS,
        "coming": [_announced(tracks, one) for one in coming],
    }
    return render(request, "public/tracks.html", context)


def _row(step: LadderStep) -> Row:
    return Row(
        of=step,
        name=MEASURES[step.kind],
        effect=EFFECTS[step.kind],
        at=points(step.at) if step.at else "",
        factor=percent(step.factor),
    )


def _announced(now: Tracks, one: InForce) -> Announced:
    before, after = queries.parameters_of(tracks=now), queries.parameters_of(tracks=one.tracks)
    names = [name for name in before | after if name != "version" and before.get(name) != after.get(name)]
    changes = [(name, before.get(name, _NONE), after.get(name, _NONE)) for name in names]
    return Announced(version=one.tracks.version, effective_on=one.effective_on, changes=changes)
