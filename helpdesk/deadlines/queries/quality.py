"""How good a shop's answers are, as reviewers marked those that were drawn: month by month, nobody named."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Avg, Count, F, Q, Value
from django.db.models.functions import TruncMonth

from helpdesk.archive.database.scope import acting
from helpdesk.deadlines.models import Sample
from helpdesk.deadlines.terms import Judgment, SampleKind
from helpdesk.deadlines.terms.samples import Standard
from helpdesk.kernel.actor import Actor

_MARKS = ("reliable", "complete", "clear", "polite")


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityMonth:
    """One month (UTC) of one kind of sample: how many were judged, of which so many left the question
    unanswered; means of the marks (1..4) of those that have marks, None where none has.
    """

    on: date
    kind: SampleKind
    judged: int
    unanswered: int
    marked: int
    reliable: float | None
    complete: float | None
    clear: float | None
    polite: float | None

    @property
    def mean(self) -> float | None:
        """Of the four."""
        marks = [mark for mark in (self.reliable, self.complete, self.clear, self.polite) if mark is not None]
        return sum(marks) / len(marks) if marks else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """A shop's samples since an instant, by month, the earliest first; `broken` says which standards were
    broken how often, the most frequent first.
    """

    months: Sequence[QualityMonth]
    broken: Sequence[tuple[Standard, int]]


def quality_of(*, actor: Actor, seller_id: int, since: datetime) -> Quality:
    """What the actor may see of it: a Seller the own shop's, strangers nothing. Two SQL statements."""
    with acting(actor):
        judged = Sample.objects.filter(
            seller_id=seller_id, judged_by__isnull=False, judged_at__gte=since
        ).exclude(kind=SampleKind.WAIVER.value)
        months = [_month(row) for row in _by_month(judged)]
        named = judged.filter(standard__isnull=False).values_list("standard").annotate(n=Count("id"))
        broken = [(Standard(standard), n) for standard, n in named.order_by("-n", "standard")]
    return Quality(months=months, broken=broken)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopQuality:
    """One shop's judged answers: how many, how many left the question unanswered, and the mean of all marks
    (None where none has marks).
    """

    seller_id: int
    judged: int
    unanswered: int
    mean: float | None


def quality_by_shop(*, actor: Actor, since: datetime, limit: int) -> list[ShopQuality]:
    """Those with the most judged answers first. One SQL statement beside the scope's."""
    with acting(actor):
        judged = Sample.objects.filter(judged_by__isnull=False, judged_at__gte=since).exclude(
            kind=SampleKind.WAIVER.value
        )
        rows = judged.values("seller_id").annotate(
            judged=Count("id"),
            unanswered=Count("id", filter=Q(judgment=Judgment.UNANSWERED.value)),
            mean=Avg(sum((F(mark) for mark in _MARKS[1:]), F(_MARKS[0])) / Value(4.0)),
        )
        return [ShopQuality(**row) for row in rows.order_by("-judged", "seller_id")[:limit]]


def _by_month(judged: Any) -> Any:
    return (
        judged.annotate(on=TruncMonth("judged_at"))
        .values("on", "kind")
        .annotate(
            judged=Count("id"),
            unanswered=Count("id", filter=Q(judgment=Judgment.UNANSWERED.value)),
            marked=Count("id", filter=Q(reliable__isnull=False)),
            **{f"mean_{mark}": Avg(mark) for mark in _MARKS},
        )
        .order_by("on", "kind")
    )


def _month(row: dict[str, Any]) -> QualityMonth:
    return QualityMonth(
        on=row["on"].date(),
        kind=SampleKind(row["kind"]),
        judged=row["judged"],
        unanswered=row["unanswered"],
        marked=row["marked"],
        **{mark: row[f"mean_{mark}"] for mark in _MARKS},
    )
