"""Reviews: what waits for a person, what persons decided, and what an author is told of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
from django.db.models import Exists, F, Func, OuterRef, Q, QuerySet, Value
from django.db.models.fields import BooleanField

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Value as Committed
from helpdesk.conduct.models import Review, Sample, Verdict
from helpdesk.conduct.terms import (
    Decided,
    Decision,
    Label,
    ReviewShown,
    Source,
    Waits,
)
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref

WAITS_FOR = timedelta(days=90)  # what was sent longer ago is not asked about any more
_TELLING = [one.value for one in Decision if one.strength >= Decision.WARN.strength]
_NOT_OF_ATTEMPTS = [Source.POST.value, Source.FILE.value, Source.RESCAN.value]
# A finding that its author was told of; how well a reply answers is judged on samples of its own.
_WORTH_A_LOOK = '$[*] ? (@.decision != "log" && @.decision != "none" && !(@.label starts with "E_"))'


class _Found(Func):
    function = "jsonb_path_exists"
    output_field = BooleanField()


class _Path(Func):
    template = "%(expressions)s::jsonpath"


def verdicts_to_review(*, now: datetime) -> QuerySet[Verdict]:
    """Of what was sent, filed or scanned again, where nobody has decided; in no order, by row security."""
    decided = Review.objects.filter(seller_id=OuterRef("seller_id"), subject_id=OuterRef("entry_id"))
    found = Verdict.objects.filter(
        source__in=_NOT_OF_ATTEMPTS, decision__in=_TELLING, at__gte=now - WAITS_FOR
    )
    worth = _Found(F("findings"), _Path(Value(_WORTH_A_LOOK)))
    return found.filter(worth, ~Exists(decided))


def samples_to_read() -> QuerySet[Sample]:
    """Messages drawn at random that nobody has read, in no order; row security applies."""
    return Sample.objects.filter(read_by=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleToRead:
    """A message drawn at random; `read` once somebody has, and `missed` are the labels that they found."""

    entry: Ref
    chain: UUID
    side: Side
    language: str
    at: datetime
    read: bool
    missed: Sequence[Label]


def sample_to_read(*, sample: Ref) -> SampleToRead | None:
    """One of them, in the present scope. One SQL statement."""
    row = Sample.objects.filter(seller_id=sample.seller_id, id=sample.id).first()
    if row is None:
        return None
    return SampleToRead(
        entry=sample,
        chain=row.chain,
        side=Side(row.side),
        language=row.language,
        at=row.at,
        read=row.read_by is not None,
        missed=[Label(label) for label in row.labels.split()],
    )


def waits_as(*, source: str) -> Waits:
    """Why a verdict of this source waits."""
    return Waits.RESCAN if source == Source.RESCAN else Waits.SENT


def standing_review(*, subject: Ref) -> ReviewShown | None:
    """The decision that counts, in the present scope. One SQL statement."""
    rows = Review.objects.filter(seller_id=subject.seller_id, subject_id=subject.id)
    row = rows.order_by("-at", "-id").first()
    return None if row is None else _shown(row)


def reviews_of_author(
    *, side: Side, seller_id: int, buyer_id: UUID, since: datetime, limit: int
) -> list[ReviewShown]:
    """Decisions on one shop's words or, with `side` BUYER, on one buyer's, the latest first.

    Replaced ones are left out. One SQL statement, in the present scope.
    """
    mine = Q(seller_id=seller_id) if side is Side.SELLER else Q(buyer_id=buyer_id)
    later = Review.objects.filter(seller_id=OuterRef("seller_id"), replaces=OuterRef("id"))
    rows = Review.objects.filter(mine, ~Exists(later), side=side.value, at__gte=since)
    return [_shown(row) for row in rows.order_by("-at", "-id")[:limit]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A decision as its author reads it. `reason` is empty where it was erased or none was given."""

    of: ReviewShown
    reason: str


def told(*, actor: Actor, conversation: Ref) -> list[Told]:
    """The decisions on this thread that the actor may see, oldest first.

    One SQL statement beside the scope's, and one for the reasons where there are any decisions.
    """
    with acting(actor):
        here = Review.objects.filter(seller_id=conversation.seller_id, chain=conversation.id)
        rows = list(here.order_by("at", "id"))
        reasons = _reasons(conversation.seller_id, [row.id for row in rows]) if rows else {}
    gone = {row.replaces for row in rows}
    return [Told(of=_shown(row, replaced=row.id in gone), reason=reasons.get(row.id, "")) for row in rows]


def _reasons(seller_id: int, ids: Iterable[UUID]) -> Mapping[UUID, str]:
    rows = Committed.objects.filter(seller_id=seller_id, entry_id__in=list(ids), name="review")
    said: dict[UUID, Any] = dict(rows.values_list("entry_id", "value"))
    return {id: msgspec.json.decode(value)["reason"] for id, value in said.items()}


def _shown(row: Review, *, replaced: bool = False) -> ReviewShown:
    return ReviewShown(
        id=row.id,
        subject=Ref(row.seller_id, row.subject_id),
        chain=row.chain,
        side=Side(row.side),
        waited=Waits(row.waited),
        decision=Decided(row.decision),
        labels=[Label(label) for label in row.labels.split()],
        weight=row.weight,
        at=row.at,
        replaced=replaced,
    )
