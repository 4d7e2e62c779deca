"""A shop's desk of cases: how many stand at which stage, and those of a stage, the most urgent first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from helpdesk.archive.database.scope import acting
from helpdesk.cases.models import Case
from helpdesk.cases.queries.shown import cases_named
from helpdesk.cases.terms.deeds import CaseShown
from helpdesk.cases.terms.names import Owner
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref

NO_DAY: Final = datetime(2200, 1, 1, tzinfo=UTC)
"""Stands for the date of a case that owes nothing by a day: behind all others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageCount:
    """So many open cases at a stage where `owner` must act; `late` ones have passed their date."""

    stage: str
    owner: Owner
    cases: int
    late: int


def stages_of(*, actor: Actor, now: datetime) -> list[StageCount]:
    """Of the open cases of the actor's shop, by stage. One SQL statement beside the scope's; nothing for
    others than sellers.
    """
    if actor.side is not Side.SELLER:
        return []
    with acting(actor):
        over = Count("id", filter=Q(due_at__lt=now))
        rows = _open(actor).values("stage", "owner").annotate(cases=Count("id"), late=over)
        found = rows.order_by("stage").values_list("stage", "owner", "cases", "late")
        return [
            StageCount(stage=stage, owner=Owner(owner), cases=cases, late=late)
            for stage, owner, cases, late in found
        ]


def on_desk(
    *,
    actor: Actor,
    now: datetime,
    limit: int,
    owner: Owner | None = None,
    stages: Sequence[str] = (),
    after: tuple[datetime, UUID] | None = None,
) -> list[CaseShown]:
    """Open cases of the actor's shop that wait on `owner` (None: on anybody), the nearest date first.

    `after` is (listed_at, id) of the last one seen; of what owes nothing by a day that is NO_DAY. Two SQL
    statements beside the scope's.
    """
    if actor.side is not Side.SELLER:
        return []
    chosen = Q(owner=owner.value) if owner else Q()
    chosen &= Q(stage__in=list(stages)) if stages else Q()
    with acting(actor):
        rows = _open(actor).filter(chosen).annotate(by=Coalesce(F("due_at"), Value(NO_DAY)))
        if after is not None:
            rows = rows.filter(Q(by__gt=after[0]) | Q(by=after[0], id__gt=after[1]))
        places = rows.order_by("by", "id").values_list("seller_id", "id", "by")[:limit]
        by = {Ref(seller_id, id): at for seller_id, id, at in places}
    found = cases_named(actor=actor, now=now, cases=list(by))
    return [replace(found[ref], listed_at=at) for ref, at in by.items() if ref in found]


def number_waiting(*, actor: Actor) -> int:
    """How many open cases wait for the actor's shop. One SQL statement beside the scope's."""
    if actor.side is not Side.SELLER:
        return 0
    with acting(actor):
        return _open(actor).filter(owner=Owner.SELLER.value).count()


def _open(actor: Actor) -> QuerySet[Case]:
    return Case.objects.filter(seller_id=actor.seller_id or 0, ended_at=None)
