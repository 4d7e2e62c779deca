"""Holds, as the desk sees them."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

import msgspec

from helpdesk.accounts import queries as accounts
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Value
from helpdesk.conversations.queries import threads_by_ref
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import OPERATOR, Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.marketplace.queries import buyers_of, seller_names
from helpdesk.retention.models import Hold
from helpdesk.retention.policies import can_see_retention
from helpdesk.retention.terms import HoldOn, HoldReason, HoldShown

PAGE = 50


def holds(*, actor: Actor, in_force: bool, limit: int = PAGE) -> list[HoldShown]:
    """Those in force, or those that were lifted, the latest first.

    Five SQL statements beside the scope's. Raises Forbidden.
    """
    if not can_see_retention(actor=actor):
        raise Forbidden("erasure.see_not_yours")
    rows = Hold.objects.filter(lifted_by__isnull=in_force)
    with acting(actor):
        return _shown(list(rows.order_by("-placed_at", "-id")[:limit]))


def _shown(rows: Sequence[Hold]) -> list[HoldShown]:
    people = {one for row in rows for one in (row.placed_by, row.lift_asked_by, row.lifted_by_person) if one}
    names = accounts.names_for_system(people=people)
    said = _said(rows)
    places = {row.id: Ref.parse(said[row.id]["conversation"]) for row in rows if row.id in said}
    threads = threads_by_ref(refs=places.values())
    titles = {id: threads[ref].title for id, ref in places.items() if ref in threads}
    sellers = seller_names(seller_ids={row.seller_id for row in rows if row.seller_id})
    buyers = buyers_of(buyers={row.subject_id for row in rows if row.on == HoldOn.BUYER and row.subject_id})
    return [
        HoldShown(
            id=row.id,
            on=HoldOn(row.on),
            subject=_subject(row, titles.get(row.id, ""), sellers, buyers),
            conversation=places.get(row.id),
            reason=HoldReason(row.reason),
            note=said.get(row.id, {}).get("note", ""),
            placed_by=names.get(row.placed_by, ""),
            placed_at=row.placed_at,
            lift_asked_by=names.get(row.lift_asked_by, "") if row.lift_asked_by else "",
            lift_asked_by_id=row.lift_asked_by,
            lift_asked_at=row.lift_asked_at,
            lifted_by=names.get(row.lifted_by_person, "") if row.lifted_by_person else "",
            lifted_at=row.lifted_at,
        )
        for row in rows
    ]


def _subject(row: Hold, title: str, sellers: dict[int, str], buyers: dict[UUID, str]) -> str:
    if row.on == HoldOn.SELLER:
        return sellers.get(row.seller_id or 0, "")
    if row.on == HoldOn.BUYER:
        return buyers.get(row.subject_id, "") if row.subject_id else ""
    return title


def _said(rows: Iterable[Hold]) -> dict[UUID, dict[str, Any]]:
    """What the holds' entries commit: the conversation from which they were placed, and the note."""
    values = Value.objects.filter(
        seller_id=OPERATOR, entry_id__in=[row.id for row in rows], name="hold"
    ).values_list("entry_id", "value")
    return {id: msgspec.json.decode(bytes(value)) for id, value in values}
