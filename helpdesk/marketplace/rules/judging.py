"""Judge one record against what is known: is it newer, and is all that it names there and in agreement?"""

from collections.abc import Iterator
from uuid import UUID

from helpdesk.kernel.ids import OPERATOR, Ref, new_seller_id, uuid7
from helpdesk.kernel.shape import Flaw
from helpdesk.marketplace.rules.known import World
from helpdesk.marketplace.terms.kinds import NO_ID, Kind, Known, Name
from helpdesk.marketplace.terms.records import Body, OrderBody, ShipmentBody

NEVER = -1  # order of a version that no record has

_OF_A_SELLER = frozenset({Kind.MEMBER, Kind.OFFER, Kind.ORDER, Kind.SHIPMENT})


def is_newer(*, name: Name, record: Body, world: World) -> bool:
    """Whether the record would change anything: equal and older versions do not."""
    known = world.known.get(name)
    return known is None or record.version.order > known.order


def flaws(*, name: Name, record: Body, world: World) -> list[Flaw]:
    """Why the record cannot be taken in; empty if it can."""
    if unknown := [*_unknown(record, world)]:
        return unknown
    return [*_disagreements(name, record, world)]


def settle(*, name: Name, record: Body, world: World) -> dict[Name, Known]:
    """Directory rows of a record without flaws: its own, and that of a person who is new to us."""
    old = world.known.get(name)
    ref = old.ref if old else _new_ref(name, owner(record=record, world=world))
    rows = {name: Known(ref.seller_id, ref.id, record.version.order)}
    for reference in record.references:
        if reference.name.kind is Kind.PERSON and reference.name not in world.known:
            rows[reference.name] = Known(OPERATOR, uuid7(), NEVER)
    world.known.update(rows)
    if isinstance(record, OrderBody):
        world.buyer_of[ref.id] = _buyer(record, world)
        world.lines_of[ref.id] = frozenset(line.id for line in record.lines)
    if isinstance(record, ShipmentBody):
        world.order_of[ref.id] = world.known[Name(Kind.ORDER, record.order)].id
    return rows


def owner(*, record: Body, world: World) -> int | None:
    """The seller whose record it is; None for records that are nobody's or a seller's very own."""
    if not record.OWNER:
        return None
    kind = Kind(record.OWNER)
    return world.known[Name(kind, getattr(record, record.OWNER))].seller_id


def _buyer(record: OrderBody, world: World) -> UUID:
    return world.known[Name(Kind.BUYER, record.buyer)].id


def _new_ref(name: Name, seller_id: int | None) -> Ref:
    if name.kind is Kind.SELLER:
        return Ref(new_seller_id(), NO_ID)
    if name.kind is Kind.MARKET:
        return Ref(OPERATOR, NO_ID)
    return Ref(OPERATOR if seller_id is None else seller_id, uuid7())


def _unknown(record: Body, world: World) -> Iterator[Flaw]:
    for pointer, name in record.references:
        if name.kind is not Kind.PERSON and name not in world.known:
            params = {"kind": name.kind.value, "id": name.external_id}
            yield Flaw(code="record.unknown_reference", pointer=pointer, params=params)


def _disagreements(name: Name, record: Body, world: World) -> Iterator[Flaw]:
    seller_id = owner(record=record, world=world)
    old = world.known.get(name)
    if old and seller_id is not None and old.seller_id != seller_id:
        yield Flaw(code="record.fixed", pointer=f"/{record.OWNER}")
    for pointer, other in record.references:
        if other.kind in _OF_A_SELLER and world.known[other].seller_id != seller_id:
            yield Flaw(code="record.other_seller", pointer=pointer, params={"id": other.external_id})
    if isinstance(record, OrderBody) and old and world.buyer_of[old.id] != _buyer(record, world):
        yield Flaw(code="record.fixed", pointer="/buyer")
    if isinstance(record, ShipmentBody):
        yield from _of_shipment(record, world, old)


def _of_shipment(record: ShipmentBody, world: World, old: Known | None) -> Iterator[Flaw]:
    order = world.known[Name(Kind.ORDER, record.order)].id
    if old and world.order_of[old.id] != order:
        yield Flaw(code="record.fixed", pointer="/order")
    for place, shipped in enumerate(record.lines):
        if shipped.line not in world.lines_of[order]:
            params = {"kind": "line", "id": shipped.line}
            yield Flaw(code="record.unknown_reference", pointer=f"/lines/{place}/line", params=params)
