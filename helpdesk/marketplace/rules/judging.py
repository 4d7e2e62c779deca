"""Judge one record against what is known: is it newer, is what it rests on there, and do they agree?"""

from collections.abc import Iterator, Sequence
from uuid import UUID

from helpdesk.kernel.ids import OPERATOR, Ref, new_seller_id, uuid7
from helpdesk.kernel.shape import Flaw
from helpdesk.marketplace.rules.known import NEEDED, World
from helpdesk.marketplace.terms.kinds import NO_ID, STUB, Kind, Known, Name
from helpdesk.marketplace.terms.records import (
    AnyBody,
    ExpectedOrderBody,
    OrderBody,
    RefundBody,
    ShipmentBody,
)

_OF_A_SELLER = frozenset({Kind.MEMBER, Kind.OFFER, Kind.ORDER, Kind.SHIPMENT, Kind.REFUND})
_ORDERS = (OrderBody, ExpectedOrderBody)
_OF_AN_ORDER = (ShipmentBody, RefundBody)


def is_newer(*, name: Name, record: AnyBody, world: World) -> bool:
    """Whether the record would change anything: equal and older versions do not."""
    known = world.known.get(name)
    if known is None or _is_unplaced(name, known):
        return True
    return record.version.order > known.order


def unknown(*, record: AnyBody, world: World) -> list[Flaw]:
    """What the record names and nobody has sent: the flaws of a sender who means to send all in order."""
    flaws = [
        Flaw(code="record.unknown_reference", pointer=pointer, params=_params(name))
        for pointer, name in record.references
        if not world.arrived(name) and name.kind is not Kind.PERSON
    ]
    return flaws or [*_unknown_lines(record, world)]


def awaited(*, record: AnyBody, world: World) -> Sequence[Name]:
    """What must arrive before the record can be taken in, each name once."""
    missing = (name for _, name in record.references if name.kind in NEEDED and not world.has(name))
    return tuple(dict.fromkeys(missing))


def disagreements(*, name: Name, record: AnyBody, world: World) -> list[Flaw]:
    """Where the record contradicts what we have; empty if nowhere. All that it awaits is there."""
    return [*_disagreements(name, record, world)]


def wait(*, names: Sequence[Name], world: World) -> dict[Name, Known]:
    """Directory rows of what is awaited: an order's seller is yet to be told."""
    stubs = {name: world.known.get(name) or _stub(name, OPERATOR, world) for name in names}
    world.known.update(stubs)
    return stubs


def settle(*, name: Name, record: AnyBody, world: World) -> dict[Name, Known]:
    """Directory rows of a record that agrees: its own, and those of all that it is the first to name."""
    old, seller_id = world.known.get(name), owner(record=record, world=world)
    ref = _ref(name, old, seller_id, world)
    rows = {name: Known(ref.seller_id, ref.id, record.version.order)}
    for _, other in record.references:
        known = world.known.get(other)
        if known is None or (known.is_stub and other.kind is not Kind.PERSON):
            rows[other] = known or _stub(other, OPERATOR if seller_id is None else seller_id, world)
    world.known.update(rows)
    if isinstance(record, _ORDERS):
        world.buyer_of[ref.id] = _buyer(record, world)
    if isinstance(record, OrderBody):
        world.lines_of[ref.id] = frozenset(line.id for line in record.lines)
    if isinstance(record, _OF_AN_ORDER):
        world.order_of[ref.id] = _order(record, world)
    return rows


def owner(*, record: AnyBody, world: World) -> int | None:
    """The seller whose record it is; None for records that are nobody's or a seller's very own."""
    if not record.OWNER:
        return None
    kind = Kind(record.OWNER)
    return world.known[Name(kind, getattr(record, record.OWNER))].seller_id


def _is_unplaced(name: Name, known: Known) -> bool:
    """An order of which we know no more than that a parcel or a refund named it."""
    return known.is_stub and name.kind is Kind.ORDER and known.seller_id == OPERATOR


def _buyer(record: OrderBody | ExpectedOrderBody, world: World) -> UUID:
    return world.known[Name(Kind.BUYER, record.buyer)].id


def _order(record: ShipmentBody | RefundBody, world: World) -> UUID:
    return world.known[Name(Kind.ORDER, record.order)].id


def _stub(name: Name, seller_id: int, world: World) -> Known:
    """A directory row of what has been named only. Buyers and people are nobody's."""
    of_a_seller = name.kind is Kind.OFFER
    ref = world.account(name) or _new_ref(name, seller_id if of_a_seller else None)
    return Known(ref.seller_id, ref.id, STUB)


def _ref(name: Name, old: Known | None, seller_id: int | None, world: World) -> Ref:
    if old is None:
        return world.account(name) or _new_ref(name, seller_id)
    if _is_unplaced(name, old) and seller_id is not None:
        return Ref(seller_id, old.id)
    return old.ref


def _new_ref(name: Name, seller_id: int | None) -> Ref:
    if name.kind is Kind.SELLER:
        return Ref(new_seller_id(), NO_ID)
    if name.kind is Kind.MARKET:
        return Ref(OPERATOR, NO_ID)
    return Ref(OPERATOR if seller_id is None else seller_id, uuid7())


def _params(name: Name) -> dict[str, str]:
    return {"kind": name.kind.value, "id": name.external_id}


def _unknown_lines(record: AnyBody, world: World) -> Iterator[Flaw]:
    if not isinstance(record, _OF_AN_ORDER):
        return
    order = _order(record, world)
    for place, piece in enumerate(record.lines):
        if piece.line not in world.lines_of.get(order, ()):
            params = {"kind": "line", "id": piece.line}
            yield Flaw(code="record.unknown_reference", pointer=f"/lines/{place}/line", params=params)


def _disagreements(name: Name, record: AnyBody, world: World) -> Iterator[Flaw]:
    seller_id = owner(record=record, world=world)
    old = world.known.get(name)
    placed = old is not None and not _is_unplaced(name, old)
    if old and placed and seller_id is not None and old.seller_id != seller_id:
        yield Flaw(code="record.fixed", pointer=f"/{record.OWNER}")
    for pointer, other in record.references:
        known = world.known.get(other)
        if known and other.kind in _OF_A_SELLER and known.seller_id != seller_id:
            yield Flaw(code="record.other_seller", pointer=pointer, params={"id": other.external_id})
    if isinstance(record, _ORDERS) and old and placed:
        buyer = world.known.get(Name(Kind.BUYER, record.buyer))
        if buyer is None or world.buyer_of[old.id] != buyer.id:
            yield Flaw(code="record.fixed", pointer="/buyer")
    if isinstance(record, _OF_AN_ORDER) and old and world.order_of[old.id] != _order(record, world):
        yield Flaw(code="record.fixed", pointer="/order")
