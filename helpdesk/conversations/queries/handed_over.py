"""What a buyer handed over beside messages, for those who may see it, while they may."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Value
from helpdesk.archive.queries import erased_of
from helpdesk.archive.terms import Audience
from helpdesk.conversations.models import HandedOver as Row
from helpdesk.conversations.rules import details, thread_about_order
from helpdesk.conversations.terms import Kind
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.queries import fulfilments_of, order_of
from helpdesk.marketplace.terms.shown import OrderShown


class Handed(StrEnum):
    """What a buyer hands over beside messages, because in a message it has no place."""

    DELIVERY = "delivery"  # for the courier: the seller sees it while the order is delivered or served
    REFUND = "refund"  # for the Platform alone

    @property
    def kind(self) -> Kind:
        """Of its entries."""
        return Kind.DELIVERY if self is Handed.DELIVERY else Kind.REFUND

    @property
    def audience(self) -> Audience:
        """Who may see its entries."""
        return Audience.BOTH if self is Handed.DELIVERY else Audience.BUYER


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """The latest of so many `versions`. `values` by their names; none of them is there once `erased`.

    The seller sees it until `open_until`; None: not, or not any more.
    """

    what: Handed
    values: Mapping[str, str]
    at: datetime
    versions: int
    erased: bool = False
    open_until: datetime | None = None

    @property
    def phone(self) -> str:
        """The courier's number as people read it."""
        return details.readable_phone(phone=self.values["phone"]) if "phone" in self.values else ""

    @property
    def iban(self) -> str:
        """In groups of four."""
        account = self.values.get("iban", "")
        return " ".join(account[at : at + 4] for at in range(0, len(account), 4))


_BY = "by"
_GIVEN = "given"
_PARTIES = {
    Handed.DELIVERY: (Side.BUYER, Side.SELLER, Side.ADMINISTRATOR, Side.PLATFORM),
    Handed.REFUND: (Side.BUYER, Side.ADMINISTRATOR, Side.PLATFORM),
}


def handed_over(*, actor: Actor, now: datetime, order: OrderShown) -> dict[Handed, HandedOver]:
    """The latest of each kind that is given and that the actor may see now; others are as if they were not.

    One SQL statement where there is none, else three, and two more where it is asked how far the order is.
    Administrators come here only with a reading in force (oversight.queries.handed_over).
    """
    thread = Ref(order.ref.seller_id, thread_about_order(order_id=order.ref.id))
    with acting(actor):
        rows = [row for row in _rows(thread) if actor.side in _PARTIES[Handed(row.what)]]
        newest = {Handed(row.what): row for row in rows}
        latest = {what: row for what, row in newest.items() if row.state == _GIVEN}
        if not latest:
            return {}
        until = open_until(actor=actor, order=order, now=now) if Handed.DELIVERY in latest else None
        if actor.side is Side.SELLER and until is None:
            return {}
        return _shown(latest, Counter(row.what for row in rows), until)


def handed_over_for(*, actor: Actor, now: datetime, order: Ref) -> dict[Handed, HandedOver]:
    """The same by the order's id. Raises NotFound."""
    return handed_over(actor=actor, now=now, order=order_of(actor=actor, order=order))


def open_until(*, actor: Actor, order: OrderShown, now: datetime) -> datetime | None:
    """Until when the seller sees what the courier needs; None: no longer. Two SQL statements."""
    progress = fulfilments_of(actor=actor, orders=[order])[order.ref].progress
    until = details.open_until(progress=progress, placed_at=order.placed_at)
    return until if until is not None and now < until else None


def is_given(*, conversation: Ref, what: Handed) -> bool:
    """Whether there is something to take back, in the present scope. One SQL statement."""
    rows = [row for row in _rows(conversation) if row.what == what.value]
    return bool(rows) and rows[-1].state == _GIVEN


def phones_known(*, order: Ref) -> Sequence[str]:
    """The courier's number as people write it, in the present scope. At most two SQL statements."""
    rows = _rows(Ref(order.seller_id, thread_about_order(order_id=order.id)))
    given = [row for row in rows if row.what == Handed.DELIVERY.value]
    if not given or given[-1].state != _GIVEN:
        return ()
    phone = _values(order.seller_id, [given[-1].id])[given[-1].id].get("phone")
    return details.written_as(phone=phone) if phone else ()


def open_delivery(*, actor: Actor, now: datetime, conversation: Ref) -> UUID | None:
    """The entry with what the courier needs, where the actor may see it now. Six SQL statements at most."""
    with acting(actor):
        given = [row for row in _rows(conversation) if row.what == Handed.DELIVERY.value]
    if not given or given[-1].state != _GIVEN:
        return None
    order = order_of(actor=actor, order=Ref(conversation.seller_id, given[-1].order_id))
    return given[-1].id if open_until(actor=actor, order=order, now=now) else None


def _rows(thread: Ref) -> list[Row]:
    """Every version, in its order."""
    found = Row.objects.filter(seller_id=thread.seller_id, conversation_id=thread.id)
    return list(found.order_by("n"))


def _shown(
    latest: Mapping[Handed, Row], versions: Mapping[str, int], until: datetime | None
) -> dict[Handed, HandedOver]:
    ids = [row.id for row in latest.values()]
    seller_id = next(iter(latest.values())).seller_id
    values, erased = _values(seller_id, ids), erased_of(seller_id=seller_id, entries=ids)
    return {
        what: HandedOver(
            what=what,
            values={} if row.id in erased else values[row.id],
            at=row.at,
            versions=versions[row.what],
            erased=row.id in erased,
            open_until=until if what is Handed.DELIVERY else None,
        )
        for what, row in latest.items()
    }


def _values(seller_id: int, entries: Sequence[UUID]) -> dict[UUID, dict[str, str]]:
    found: dict[UUID, dict[str, str]] = {entry: {} for entry in entries}
    rows = Value.objects.filter(seller_id=seller_id, entry_id__in=list(entries)).exclude(name=_BY)
    for entry, name, value in rows.values_list("entry_id", "name", "value"):
        found[entry][name] = bytes(value).decode()
    return found
