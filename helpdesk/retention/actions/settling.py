"""Settle a request for erasure once, by an entry on the house chain."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from helpdesk.archive import actions as archive
from helpdesk.archive import queries as log
from helpdesk.archive.terms import Kept
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict, NotFound
from helpdesk.retention.models import Request
from helpdesk.retention.terms import Denial, Entry, Outcome

_KINDS = {Outcome.APPROVED: Entry.APPROVED, Outcome.REFUSED: Entry.REFUSED}


def locked_request(*, id: UUID) -> Request:
    """The request, kept from others until the transaction ends. Raises NotFound."""
    row = Request.objects.select_for_update().filter(id=id).first()
    if row is None:
        raise NotFound("erasure.not_found")
    return row


def settle(
    *,
    actor: Actor,
    now: datetime,
    row: Request,
    outcome: Outcome,
    values: Mapping[str, bytes],
    key: str,
    denial: Denial | None = None,
) -> Kept:
    """The decision's entry, and the row that says so; the first time's for the same request.

    Raises Conflict where somebody else's decision stands, KeyReused.
    """
    if row.settled_at:
        return _settled_before(actor, row, outcome, values, key)
    facts: dict[str, int | str] = {"ground": row.ground, "outcome": outcome.value, "scope": row.scope}
    kept = archive.append(
        chain=log.house(),
        kind=_KINDS[outcome],
        actor=actor,
        now=now,
        key=key,
        values=values,
        facts=facts | ({"denial": denial.value} if denial else {}),
        ref=[("settles", row.id)],
    )
    if kept.replayed:  # the key stands for another request's decision
        raise Conflict("erasure.settled")
    Request.objects.filter(id=row.id).update(
        settled_by=kept.receipt.entry,
        settled_by_person=actor.person,
        settled_at=kept.receipt.at,
        outcome=outcome.value,
        denial=denial.value if denial else None,
    )
    return kept


def _settled_before(
    actor: Actor, row: Request, outcome: Outcome, values: Mapping[str, bytes], key: str
) -> Kept:
    kept = log.replay_of(chain=log.house(), actor=actor, key=key, kind=_KINDS[outcome], values=values)
    if kept is None or kept.receipt.entry != row.settled_by:
        raise Conflict("erasure.settled")
    return kept
