"""The terms of appeals, and what follows from many of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from statistics import fmean, median

import msgspec

from helpdesk.enforcement.terms.appeals import Against, AppealTerms, Figure, Matter, Verdict

_FILE = files("helpdesk.enforcement") / "data" / "appeals.v1.json"
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """One of those that the figures count; nobody is named."""

    matter: Matter
    code: str
    at: datetime
    due_at: datetime
    settled_at: datetime | None
    verdict: Verdict | None
    stayed: bool = False


@lru_cache(maxsize=1)
def appeal_terms() -> AppealTerms:
    """Those of the release."""
    said = msgspec.json.decode(_FILE.read_bytes())
    return AppealTerms(
        version=int(said["version"]),
        business_days=int(said["business_days"]),
        stays=frozenset(said["stays"]),
        never_stayed_for=frozenset(said["never_stayed_for"]),
    )


def may_be_stayed(*, kind: str, violations: Iterable[str], terms: AppealTerms) -> bool:
    """Whether a measure of a kind, that rests on violations of these kinds, stands still when asked to."""
    return kind in terms.stays and not terms.never_stayed_for.intersection(violations)


def fits(*, against: Against, verdict: Verdict) -> bool:
    """A violation or a refusal was right or was not; a measure may also be right in part."""
    return against is Against.MEASURE or verdict is not Verdict.CHANGED


def figures(*, complaints: Iterable[Complaint]) -> list[Figure]:
    """By matter and kind, in the order of their codes."""
    ranked = sorted(complaints, key=lambda one: (one.matter, one.code))
    return [
        _figure(matter, code, list(those))
        for (matter, code), those in groupby(ranked, key=lambda one: (one.matter, one.code))
    ]


def _figure(matter: Matter, code: str, those: Sequence[Complaint]) -> Figure:
    hours = [(one.settled_at - one.at) / _HOUR for one in those if one.settled_at]
    verdicts = [one.verdict for one in those]
    return Figure(
        matter=matter,
        code=code,
        filed=len(those),
        decided=len(hours),
        upheld=verdicts.count(Verdict.UPHELD),
        changed=verdicts.count(Verdict.CHANGED),
        reversed=verdicts.count(Verdict.REVERSED),
        stayed=sum(one.stayed for one in those),
        in_time=sum(one.settled_at is not None and one.settled_at <= one.due_at for one in those),
        median=median(hours) if hours else None,
        mean=fmean(hours) if hours else None,
    )
