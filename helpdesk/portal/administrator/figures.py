"""Figures of the rules: how often each finds something, how often it is right, and what is missed."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from helpdesk.conduct.queries import Figures, MissedFigures, RuleFigures
from helpdesk.conduct.terms import Decision, Label
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.oversight import queries
from helpdesk.oversight.words import LABELS, OUTCOMES
from helpdesk.portal import pages
from helpdesk.portal.hats import Signed

_ACTIONS = [one.value for one in OUTCOMES]
_COLUMNS = [
    *("label", "rule", "language", "found"),
    *_ACTIONS,
    *("reviewed", "upheld", "precision", "overturned"),
    *("shipped_precision", "shipped_recall", "shipped_f1", "shipped_n"),
]
_MISSED_COLUMNS = ["language", "read", "missed", "share", "low", "high", "labels"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One rule in one language; shares in percent, None where nothing is known."""

    of: RuleFigures
    done: str
    precision: int | None
    recall: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The rules of one label."""

    name: str
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """One language; in percent."""

    of: MissedFigures
    share: float
    low: float
    high: float
    names: str


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed) -> HttpResponse:
    """By label; and what people found where no rule did."""
    found = _figures(request)
    context = {
        "days": _days(request),
        "spans": queries.SPANS,
        "groups": _groups(found.rules),
        "missed": [_missed(one) for one in found.missed],
    }
    return pages.render(request, "administrator/figures.html", context)


@require_safe
@pages.only(Side.ADMINISTRATOR)
def rules_csv(request: Signed) -> HttpResponse:
    """The same as a table for a spreadsheet: codes and plain numbers in every language."""
    return _csv("rules.csv", [_COLUMNS, *(_line(one) for one in _figures(request).rules)])


@require_safe
@pages.only(Side.ADMINISTRATOR)
def missed_csv(request: Signed) -> HttpResponse:
    """What was missed, as a table."""
    lines = [_missed_line(one) for one in _figures(request).missed]
    return _csv("missed.csv", [_MISSED_COLUMNS, *lines])


def _figures(request: Signed) -> Figures:
    return queries.rule_figures(actor=request.actor, now=clock.now(), days=_days(request))


def _days(request: HttpRequest) -> int:
    asked = request.GET.get("days", "")
    return next((days for days in queries.SPANS if str(days) == asked), queries.SPANS[1])


def _groups(rules: Sequence[RuleFigures]) -> list[Group]:
    named: dict[Label, list[Row]] = {}
    for one in rules:
        named.setdefault(one.label, []).append(_row(one))
    return [Group(name=str(LABELS[label]), rows=rows) for label, rows in named.items()]


def _row(one: RuleFigures) -> Row:
    done = [(OUTCOMES.get(Decision(action)), n) for action, n in sorted(one.by_decision.items())]
    return Row(
        of=one,
        done=", ".join(f"{name} {n}" for name, n in done if name),
        precision=None if one.precision is None else round(one.precision * 100),
        recall=None if one.shipped is None else round(one.shipped.recall * 100),
    )


def _missed(one: MissedFigures) -> Missed:
    names = ", ".join(f"{LABELS[Label(label)]} {n}" for label, n in sorted(one.labels.items()))
    return Missed(of=one, share=one.share * 100, low=one.low * 100, high=one.high * 100, names=names)


def _line(one: RuleFigures) -> list[object]:
    shipped = one.shipped
    known = () if shipped is None else (shipped.precision, shipped.recall, shipped.f1, shipped.n)
    return [
        *(one.label.value, one.rule, one.language, one.found),
        *(one.by_decision.get(action, 0) for action in _ACTIONS),
        *(one.reviewed, one.upheld),
        "" if one.precision is None else f"{one.precision:.4f}",
        one.overturned,
        *(known or ("", "", "", "")),
    ]


def _missed_line(one: MissedFigures) -> list[object]:
    shares = (f"{share:.4f}" for share in (one.share, one.low, one.high))
    labels = " ".join(f"{label}={n}" for label, n in sorted(one.labels.items()))
    return [one.language, one.read, one.missed, *shares, labels]


def _csv(name: str, lines: Sequence[Sequence[object]]) -> HttpResponse:
    written = io.StringIO()
    csv.writer(written).writerows(lines)
    response = HttpResponse(written.getvalue(), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
