"""The published weights: how a Seller's score and visibility are computed, with the numbers in force here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from helpdesk.kernel import clock
from helpdesk.portal.figures import decimal, factor, percent, short
from helpdesk.standing import queries
from helpdesk.standing.queries import LATE_HOURS, Example, InForce
from helpdesk.standing.terms import MILLI, NOTICE_DAYS, Level, Weights
from helpdesk.standing.words import LEVELS

_SHARES = ("late", "step_below", "badge_at", "floor", "span", "low", "high", "z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An example in numbers."""

    of: Example
    level: str
    score: str
    visibility: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """A version to come, with what it changes: the parameter's name, its value now and then."""

    version: int
    effective_on: date | None
    changes: Sequence[tuple[str, int | str, int | str]]


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """For everybody, signed in or not."""
    now, coming = queries.published_weights_for_system(on=clock.now().date())
    context = {
        "weights": now.weights,
        "effective_on": now.effective_on,
        "shown": _shown(now.weights),
        "examples": [_row(one) for one in queries.examples(weights=now.weights)],
        "late_hours": LATE_HOURS,
        "notice_days": NOTICE_DAYS,
        "coming": [_announced(now.weights, one) for one in coming],
    }
    return render(request, "public/weights.html", context)


def _shown(weights: Weights) -> dict[str, str]:
    shares = {name: decimal(Fraction(getattr(weights, name), MILLI), places=2) for name in _SHARES}
    halves = ("answer", "promise", "buyer", "buyer_without_order")
    return (
        shares
        | {name: short(Fraction(getattr(weights, name), 2)) for name in halves}
        | {f"{name}_percent": percent(getattr(weights, name) / MILLI) for name in ("step_below", "badge_at")}
        | {"start": factor(Fraction(weights.prior_met, weights.prior))}
    )


def _row(one: Example) -> Row:
    is_new = one.score.level is Level.NEW
    return Row(
        of=one,
        level=str(LEVELS[one.score.level]),
        score="" if is_new else factor(one.score.p),
        visibility=factor(one.score.f),
    )


def _announced(now: Weights, one: InForce) -> Announced:
    before, after = now.facts(), one.weights.facts()
    changes = [(name, before[name], value) for name, value in after.items() if value != before[name]]
    return Announced(version=one.weights.version, effective_on=one.effective_on, changes=changes)
