"""An appeal in words, for its Seller and for the desk."""

from dataclasses import dataclass
from datetime import datetime

from helpdesk.enforcement.terms import MeasureKind, ViolationKind
from helpdesk.enforcement.terms.appeals import Against, AppealShown
from helpdesk.enforcement.words import AGAINST, MEASURES, VERDICTS, VIOLATIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """`what` is the measure or the violation by name; `verdict` is empty until a person decided."""

    of: AppealShown
    against: str
    what: str
    verdict: str
    is_late: bool


def told(of: AppealShown, /, *, now: datetime) -> Told:
    """One appeal."""
    return Told(
        of=of,
        against=str(AGAINST[of.against]),
        what=named(of.against, of.code),
        verdict=str(VERDICTS[of.verdict]) if of.verdict else "",
        is_late=of.is_late(now=now),
    )


def named(against: Against, code: str, /) -> str:
    """The measure or the violation."""
    if against is Against.MEASURE:
        return str(MEASURES[MeasureKind(code)])
    return str(VIOLATIONS[ViolationKind(code)])
