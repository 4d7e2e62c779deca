"""A shop's answers as reviewers marked them, month by month: the same page at the desk and in the shop."""

from collections.abc import Sequence
from dataclasses import dataclass

from helpdesk.deadlines.queries import Quality, QualityMonth
from helpdesk.deadlines.terms import SampleKind
from helpdesk.deadlines.terms.samples import HIGHEST, LOWEST
from helpdesk.deadlines.words import MARKS, STANDARDS

_STEP, _HIGH, _EDGE = 44, 96, 12  # of the drawing
_SLOTS = 12  # months that it has room for


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """The mean of one month, placed in the drawing."""

    of: QualityMonth
    x: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """Means of the drawn answers, 1 at the foot and 4 at the top; `points` joins the dots."""

    dots: Sequence[Dot]
    width: int
    height: int
    lines: Sequence[tuple[int, int]]

    @property
    def points(self) -> str:
        """For a polyline."""
        return " ".join(f"{dot.x},{dot.y}" for dot in self.dots)


def context(quality: Quality) -> dict[str, object]:
    """What the page shows."""
    drawn = [month for month in quality.months if month.kind is SampleKind.RANDOM]
    stood = [month for month in quality.months if month.kind is SampleKind.STOOD_BY]
    return {
        "trend": _trend(drawn),
        "drawn": list(reversed(drawn)),
        "stood_judged": sum(month.judged for month in stood),
        "stood_unanswered": sum(month.unanswered for month in stood),
        "broken": [(STANDARDS[standard], n) for standard, n in quality.broken],
        "marks": [label for label, _ in MARKS.values()],
        "hints": list(MARKS.values()),
    }


def _trend(months: Sequence[QualityMonth]) -> Trend | None:
    """None where there is no line to draw."""
    known = [month for month in months if month.mean is not None]
    if not known:
        return None
    dots = [
        Dot(of=month, x=_EDGE + 16 + place * _STEP, y=_height(month.mean or LOWEST))
        for place, month in enumerate(known)
    ]
    return Trend(
        dots=dots,
        width=2 * _EDGE + 32 + (max(len(known), _SLOTS) - 1) * _STEP,
        height=_HIGH + 2 * _EDGE,
        lines=[(_height(mark), mark) for mark in range(LOWEST, HIGHEST + 1)],
    )


def _height(mark: float) -> int:
    return round(_EDGE + _HIGH * (HIGHEST - mark) / (HIGHEST - LOWEST))
