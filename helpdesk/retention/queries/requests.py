"""Requests for erasure, as the desk sees them."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

import msgspec

from helpdesk.accounts import queries as accounts
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Erasure, Value
from helpdesk.conversations.models import Conversation
from helpdesk.conversations.queries import threads_by_ref, threads_of_buyer
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import OPERATOR, Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.marketplace.queries import buyers_of, seller_names
from helpdesk.retention.models import Request
from helpdesk.retention.policies import can_see_retention
from helpdesk.retention.terms import Denial, Ground, Outcome, RequestShown, Scope

PAGE = 50


def requests(*, actor: Actor, is_open: bool, limit: int = PAGE) -> list[RequestShown]:
    """Those that wait for a decision, the oldest first; or those that are settled, the latest first.

    Seven SQL statements at most beside the scope's. Raises Forbidden.
    """
    _may_see(actor)
    rows = Request.objects.filter(outcome__isnull=is_open)
    rows = rows.order_by("asked_at", "id") if is_open else rows.order_by("-settled_at", "-id")
    with acting(actor):
        return _shown(list(rows[:limit]))


def request_of(*, actor: Actor, id: UUID) -> RequestShown:
    """One request. Raises Forbidden, NotFound."""
    _may_see(actor)
    with acting(actor):
        row = Request.objects.filter(id=id).first()
        if row is None:
            raise NotFound("erasure.not_found")
        return _shown([row])[0]


def waiting_requests(*, actor: Actor) -> int:
    """How many wait for a decision. One SQL statement beside the scope's. Raises Forbidden."""
    _may_see(actor)
    with acting(actor):
        return Request.objects.filter(outcome=None).count()


def _may_see(actor: Actor) -> None:
    if not can_see_retention(actor=actor):
        raise Forbidden("erasure.see_not_yours")


def _shown(rows: Sequence[Request]) -> list[RequestShown]:
    people = {one for row in rows for one in (row.asked_by, row.settled_by_person) if one}
    names = accounts.names_for_system(people=people)
    threads = threads_by_ref(refs={ref for row in rows if (ref := _place(row))})
    sellers = seller_names(seller_ids={row.seller_id for row in rows if row.seller_id})
    buyers = buyers_of(buyers={row.buyer_id for row in rows})
    said, waiting = _said(rows), _waiting(rows)
    return [
        _one(row, names, threads, sellers, buyers, said.get(row.id, {}), row.id in waiting) for row in rows
    ]


def _place(row: Request) -> Ref | None:
    if row.seller_id is None or row.conversation_id is None:
        return None
    return Ref(row.seller_id, row.conversation_id)


def _one(
    row: Request,
    names: dict[UUID, str],
    threads: dict[Ref, Conversation],
    sellers: dict[int, str],
    buyers: dict[UUID, str],
    said: dict[str, Any],
    waiting: bool,
) -> RequestShown:
    place = _place(row)
    scope = Scope(row.scope)
    return RequestShown(
        id=row.id,
        scope=scope,
        ground=Ground(row.ground),
        conversation=place,
        title=threads[place].title if place in threads else "",
        seller=sellers.get(row.seller_id or 0, ""),
        buyer=buyers.get(row.buyer_id, ""),
        messages=said.get("messages", []),
        conversations=len(threads_of_buyer(buyer=row.buyer_id)) if scope is Scope.BUYER else 1,
        note=said.get("note", ""),
        asked_by=names.get(row.asked_by, ""),
        asked_by_id=row.asked_by,
        asked_at=row.asked_at,
        outcome=Outcome(row.outcome) if row.outcome else None,
        settled_by=names.get(row.settled_by_person, "") if row.settled_by_person else "",
        settled_at=row.settled_at,
        denial=Denial(row.denial) if row.denial else None,
        waiting=waiting,
    )


def _said(rows: Iterable[Request]) -> dict[UUID, dict[str, Any]]:
    """What the requests' entries commit: numbers and note."""
    values = Value.objects.filter(
        seller_id=OPERATOR, entry_id__in=[row.id for row in rows], name="request"
    ).values_list("entry_id", "value")
    return {id: msgspec.json.decode(bytes(value)) for id, value in values}


def _waiting(rows: Iterable[Request]) -> set[UUID]:
    """Approved ones that the worker has yet to carry out."""
    approved = [row for row in rows if row.outcome == Outcome.APPROVED]
    if not approved:
        return set()
    buyers = [row.buyer_id for row in approved]
    open_ones = set(
        Erasure.objects.filter(done_at=None, buyer_id__in=buyers).values_list("buyer_id", flat=True)
    )
    return {
        row.id
        for row in approved
        if row.buyer_id in open_ones or (row.scope == Scope.BUYER and row.profile_done_at is None)
    }
