"""What waits for a reviewer, oldest first: samples and refused texts. Never a word of either."""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

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


def samples_waiting(
    *, actor: Actor, limit: int = PAGE, after: _Place | None = None, market: str | None = None
) -> list[SampleWaiting]:
    """Answers that their authors stood by, and marks. Three SQL statements beside the scope's. Forbidden."""
    _may_review(actor)
    here = threads_on(market=market) if market else None
    rows = unjudged_samples()
    if here is not None:
        rows = rows.filter(Exists(here.filter(seller_id=OuterRef("seller_id"), id=OuterRef("chain"))))
    if after is not None:
        rows = rows.filter(Q(drawn_at__gt=after[0]) | Q(drawn_at=after[0], id__gt=after[1]))
    with acting(actor):
        found = list(rows.order_by("drawn_at", "id")[:limit])
        refs = {Ref(row.seller_id, row.chain) for row in found}
        markets, sellers = _markets(refs), _sellers(refs)
    return [
        SampleWaiting(
            ref=Ref(row.seller_id, row.id),
            kind=SampleKind(row.kind),
            conversation=(place := Ref(row.seller_id, row.chain)),
            drawn_at=row.drawn_at,
            seller=sellers.get(row.seller_id, ""),
            market=markets.get(place, ""),
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
    threads = threads_on(market=market).filter(
        seller_id=OuterRef("seller_id"), id=OuterRef("conversation_id")
    )
    rows = unsettled_attempts().filter(Exists(threads))
    if after is not None:
        rows = rows.filter(Q(at__gt=after[0]) | Q(at=after[0], id__gt=after[1]))
    with acting(actor):
        found = [attempt_shown(row=row) for row in rows.order_by("at", "id")[:limit]]
        refs = {one.conversation for one in found}
        markets, sellers = _markets(refs), _sellers(refs)
    return [_waiting(one, sellers, markets) for one in found]


def _waiting(one: AttemptShown, sellers: dict[int, str], markets: dict[Ref, str]) -> AttemptWaiting:
    return AttemptWaiting(
        ref=one.ref,
        side=one.side,
        code=one.code,
        conversation=one.conversation,
        at=one.at,
        seller=sellers.get(one.ref.seller_id, ""),
        market=markets.get(one.conversation, ""),
    )


def _may_review(actor: Actor) -> None:
    if not can_review(actor=actor):
        raise Forbidden("oversight.not_yours_to_judge")


def _markets(refs: set[Ref]) -> dict[Ref, str]:
    return {ref: thread.market for ref, thread in threads_by_ref(refs=refs).items()}


def _sellers(refs: set[Ref]) -> dict[int, str]:
    return seller_names(seller_ids={ref.seller_id for ref in refs})
