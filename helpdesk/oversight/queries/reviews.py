"""What waits for a reviewer, oldest first: samples and refused texts. Never a word of either."""

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from helpdesk.archive.database.scope import acting
from helpdesk.conversations.queries import attempt_shown, threads_by_ref, threads_on, unsettled_attempts
from helpdesk.conversations.terms import AttemptShown
from helpdesk.deadlines.queries import unjudged_samples
from helpdesk.deadlines.terms import SampleKind
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.marketplace.queries import seller_names
from helpdesk.oversight.policies import can_review
from helpdesk.oversight.terms import AttemptWaiting, SampleWaiting

PAGE = 50
_Place = tuple[datetime, UUID]  # of the last row seen: its instant and its id


class _Thread(NamedTuple):
    title: str
    market: str


def samples_waiting(
    *, actor: Actor, limit: int = PAGE, after: _Place | None = None, market: str | None = None
) -> list[SampleWaiting]:
    """Answers that their authors stood by, and marks. Three SQL statements beside the scope's. Forbidden."""
    _may_review(actor)
    rows = _samples(market)
    if after is not None:
        rows = rows.filter(Q(drawn_at__gt=after[0]) | Q(drawn_at=after[0], id__gt=after[1]))
    with acting(actor):
        found = list(rows.order_by("drawn_at", "id")[:limit])
        refs = {Ref(row.seller_id, row.chain) for row in found}
        threads, sellers = _threads(refs), _sellers(refs)
    return [
        SampleWaiting(
            ref=Ref(row.seller_id, row.id),
            kind=SampleKind(row.kind),
            conversation=(place := Ref(row.seller_id, row.chain)),
            title=threads[place].title if place in threads else "",
            drawn_at=row.drawn_at,
            seller=sellers.get(row.seller_id, ""),
            market=threads[place].market if place in threads else "",
        )
        for row in found
    ]


def attempts_waiting(
    *, actor: Actor, limit: int = PAGE, after: _Place | None = None, market: str | None = None
) -> list[AttemptWaiting]:
    """Refused texts in threads that are there: a first question that was refused has opened none.

    Three SQL statements beside the scope's. Raises Forbidden.
    """
    _may_review(actor)
    rows = _attempts(market)
    if after is not None:
        rows = rows.filter(Q(at__gt=after[0]) | Q(at=after[0], id__gt=after[1]))
    with acting(actor):
        found = [attempt_shown(row=row) for row in rows.order_by("at", "id")[:limit]]
        refs = {one.conversation for one in found}
        threads, sellers = _threads(refs), _sellers(refs)
    return [_waiting(one, sellers, threads[one.conversation]) for one in found]


def samples_waiting_count(*, actor: Actor, market: str | None = None) -> int:
    """How many samples wait. One SQL statement beside the scope's. Raises Forbidden."""
    _may_review(actor)
    with acting(actor):
        return _samples(market).count()


def _samples(market: str | None) -> QuerySet[Any]:
    rows = unjudged_samples()
    if market is None:
        return rows
    here = threads_on(market=market).filter(seller_id=OuterRef("seller_id"), id=OuterRef("chain"))
    return rows.filter(Exists(here))


def _attempts(market: str | None) -> QuerySet[Any]:
    here = threads_on(market=market).filter(seller_id=OuterRef("seller_id"), id=OuterRef("conversation_id"))
    return unsettled_attempts().filter(Exists(here))


def _waiting(one: AttemptShown, sellers: dict[int, str], thread: _Thread) -> AttemptWaiting:
    return AttemptWaiting(
        ref=one.ref,
        side=one.side,
        code=one.code,
        conversation=one.conversation,
        title=thread.title,
        at=one.at,
        seller=sellers.get(one.ref.seller_id, ""),
        market=thread.market,
    )


def _may_review(actor: Actor) -> None:
    if not can_review(actor=actor):
        raise Forbidden("oversight.not_yours_to_judge")


def _threads(refs: set[Ref]) -> dict[Ref, _Thread]:
    found = threads_by_ref(refs=refs).items()
    return {ref: _Thread(title=thread.title, market=thread.market) for ref, thread in found}


def _sellers(refs: set[Ref]) -> dict[int, str]:
    return seller_names(seller_ids={ref.seller_id for ref in refs})
