"""A finding in the reviewer's words, and the months of an author as a drawing."""

from collections.abc import Sequence
from dataclasses import dataclass

from helpdesk.conduct.terms import Finding
from helpdesk.oversight.terms import Month, OpenItem
from helpdesk.oversight.words import LABELS, OUTCOMES, PLACES
from helpdesk.portal.segments import Segment, segments

_BAR, _GAP, _HIGH = 28, 8, 48  # of the drawing


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Numbered as in the text; `sure` in percent. Evidence stands in the rules' own codes."""

    number: int
    of: Finding
    label: str
    place: str
    outcome: str
    sure: int


def shown(findings: Sequence[Finding]) -> list[Shown]:
    """In the order in which they stand in the text."""
    return [
        Shown(
            number=number,
            of=one,
            label=str(LABELS[one.label]),
            place=str(PLACES[one.place]),
            outcome=str(OUTCOMES.get(one.decision, "")),
            sure=round(one.score * 100),
        )
        for number, one in enumerate(findings, 1)
    ]


def marked(item: OpenItem) -> list[Segment]:
    """The text with the words of each finding marked by its number."""
    if item.text is None:
        return []
    spans = [
        (one.start, one.end, number)
        for number, one in enumerate(item.findings, 1)
        if one.start is not None and one.end is not None
    ]
    return segments(text=item.text, spans=spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One month, measured for a drawing that is `Bars.width` wide."""

    of: Month
    x: int
    y: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """Violations by month; drawn only where there are some."""

    bars: Sequence[Bar]
    width: int
    height: int
    wide: int


def bars(months: Sequence[Month]) -> Bars | None:
    """None where no month has any."""
    most = max((month.violations for month in months), default=0)
    if not most:
        return None
    drawn = [
        Bar(
            of=month,
            x=place * (_BAR + _GAP),
            y=_HIGH - (high := round(_HIGH * month.violations / most)),
            high=max(high, 2),
        )
        for place, month in enumerate(months)
    ]
    return Bars(bars=drawn, width=len(months) * (_BAR + _GAP) - _GAP, height=_HIGH + 2, wide=_BAR)
