"""The public figures of complaints (P2B Art. 11(4), DSA Art. 15): numbers of a year, and nobody named."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from helpdesk.archive.database.scope import everything
from helpdesk.enforcement.models import Appeal
from helpdesk.enforcement.rules.appeals import Complaint, figures
from helpdesk.enforcement.terms.appeals import Figure, Matter, Verdict
from helpdesk.standing import queries as standing
from helpdesk.standing.terms.disputes import Outcome

COLUMNS = (
    *("year", "matter", "kind", "filed", "decided", "upheld", "changed", "reversed", "stayed", "in_time"),
    *("median_hours", "mean_hours"),
)
_OUTCOMES = {
    Outcome.UPHELD: Verdict.UPHELD,
    Outcome.EXCLUDED: Verdict.REVERSED,
    Outcome.MET: Verdict.REVERSED,
}


def appeal_figures_for_system(*, year: int) -> Sequence[Figure]:
    """What was filed within a UTC year, with what became of it so far. Two SQL statements."""
    starts_at, ends_at = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    with everything():
        appeals = Appeal.objects.filter(at__gte=starts_at, at__lt=ends_at)
        found = [_appeal(row) for row in appeals.order_by("at")]
        found += _disputes(standing.disputes_filed(starts_at=starts_at, ends_at=ends_at))
    return figures(complaints=found)


def years_for_system(*, now: datetime) -> Sequence[int]:
    """From the first in which anything was filed to the present one, the latest first. Two SQL statements."""
    with everything():
        first = Appeal.objects.order_by("at").values_list("at", flat=True).first()
        other = standing.first_dispute_at()
    begun = min((one for one in (first, other) if one is not None), default=now)
    return list(range(now.year, begun.year - 1, -1))


def appeal_figures_csv(*, year: int) -> str:
    """The same as a table for spreadsheets: codes and plain numbers. Two SQL statements."""
    written = io.StringIO()
    rows = [_line(year, one) for one in appeal_figures_for_system(year=year)]
    csv.writer(written).writerows([COLUMNS, *rows])
    return written.getvalue()


def _line(year: int, one: Figure) -> list[object]:
    hours = ("" if amount is None else f"{amount:.1f}" for amount in (one.median, one.mean))
    counts = (one.filed, one.decided, one.upheld, one.changed, one.reversed, one.stayed, one.in_time)
    return [year, one.matter.value, one.code, *counts, *hours]


def _appeal(row: Appeal) -> Complaint:
    return Complaint(
        matter=Matter(row.against),
        code=row.code,
        at=row.at,
        due_at=row.due_at,
        settled_at=row.settled_at,
        verdict=Verdict(row.verdict) if row.verdict else None,
        stayed=row.stays,
    )


def _disputes(rows: Iterable[standing.DisputeFiled]) -> list[Complaint]:
    return [
        Complaint(
            matter=Matter.SCORE,
            code=row.claim.value,
            at=row.at,
            due_at=row.due_at,
            settled_at=row.settled_at,
            verdict=_OUTCOMES[row.outcome] if row.outcome else None,
        )
        for row in rows
    ]
