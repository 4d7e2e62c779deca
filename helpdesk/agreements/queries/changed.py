"""Agreements as they change, in the order of the log: for the Platform, which carries them out. No words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from helpdesk.agreements.models import Agreement
from helpdesk.agreements.policies import can_read_changes
from helpdesk.agreements.queries.standing import of_row
from helpdesk.agreements.rules import state_of
from helpdesk.agreements.terms import Kind, State, Type, What
from helpdesk.archive import queries as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Numbered
from helpdesk.conversations.models import Conversation
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace.models import Order, Seller
from helpdesk.marketplace.terms.shown import Price

_NAMED_BY: Final = ("id", "settled_by", "kept_by", "lapsed_by", "replaced_by")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementChanged:
    """One as it stands now; `number` is the place in the log of what changed it. `seller` and `order` are the
    Platform's ids, `order` "" where it is about none. `due_at` is the end of the day `until`.
    """

    number: int
    ref: Ref
    conversation: Ref
    seller: str
    order: str
    what: What
    type: Type | None
    state: State
    proposed_by: Side
    owed_by: Side | None
    amount: Price | None
    until: date | None
    due_at: datetime | None
    at: datetime
    amends: Ref | None
    replaced_by: Ref | None
    settled_at: datetime | None
    kept_at: datetime | None
    lapsed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementsChanged:
    """Each once, by its latest change among those looked at, which go up to number `through`."""

    rows: list[AgreementChanged]
    through: int
    more: bool


def agreements_changed(*, actor: Actor, now: datetime, after: int, limit: int) -> AgreementsChanged:
    """What was proposed, settled, kept or passed behind a number of the log.

    Raises NotFound for everybody but the Platform. Six SQL statements beside the scope's.
    """
    if not can_read_changes(actor):
        raise NotFound("agreement.not_found")
    with acting(actor):
        found = archive.changes_after(number=after, kinds=[*map(str, Kind)], limit=limit)
        shown = _changed(found.entries, now) if found.entries else []
    return AgreementsChanged(
        rows=sorted(shown, key=lambda one: one.number), through=found.through, more=found.more
    )


def _changed(entries: Sequence[Numbered], now: datetime) -> list[AgreementChanged]:
    rows = list(Agreement.objects.filter(archive.named_by(entries=entries, columns=_NAMED_BY)))
    numbers = archive.latest_of(rows=rows, entries=entries, columns=_NAMED_BY)
    return _shown(rows, numbers, now) if rows else []


def _shown(
    rows: Iterable[Agreement], numbers: Mapping[tuple[int, UUID], int], now: datetime
) -> list[AgreementChanged]:
    ids = {row.seller_id for row in rows}
    sellers = dict(Seller.objects.filter(seller_id__in=ids).values_list("seller_id", "external_id"))
    threads = Conversation.objects.filter(seller_id__in=ids, id__in={row.conversation_id for row in rows})
    about = dict(threads.filter(order_id__isnull=False).values_list("id", "order_id"))
    orders = Order.objects.filter(seller_id__in=ids, id__in=set(about.values()))
    external = dict(orders.values_list("id", "external_id"))
    named = {thread: external[order] for thread, order in about.items() if order}
    return [
        _one(
            row,
            now=now,
            number=numbers[row.seller_id, row.id],
            seller=sellers[row.seller_id],
            order=named.get(row.conversation_id, ""),
        )
        for row in rows
    ]


def _one(row: Agreement, *, now: datetime, number: int, seller: str, order: str) -> AgreementChanged:
    standing = of_row(row=row)
    here = row.seller_id
    return AgreementChanged(
        number=number,
        ref=Ref(here, row.id),
        conversation=Ref(here, row.conversation_id),
        seller=seller,
        order=order,
        what=standing.what,
        type=Type(row.type) if row.type else None,
        state=state_of(standing, now=now),
        proposed_by=standing.proposed_by,
        owed_by=standing.owed_by,
        amount=Price(minor=row.amount_minor, currency=row.currency)
        if row.amount_minor is not None and row.currency
        else None,
        until=row.until,
        due_at=row.due_at,
        at=row.at,
        amends=Ref(here, row.amends) if row.amends else None,
        replaced_by=Ref(here, row.replaced_by) if row.replaced_by else None,
        settled_at=row.settled_at,
        kept_at=row.kept_at,
        lapsed_at=row.lapsed_at,
    )
