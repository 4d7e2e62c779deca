"""The store: a batch of records into the tables, with a few SQL statements per batch whatever its size."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from django.db import connection

from helpdesk.kernel.ids import OPERATOR
from helpdesk.marketplace.actions import statements
from helpdesk.marketplace.actions.taken import Sent
from helpdesk.marketplace.rules.known import World
from helpdesk.marketplace.rules.rows import Row
from helpdesk.marketplace.terms.kinds import Kind, Known, Name

# table -> (key, columns that the first record settles for good); tables stand before those that refer to them
TABLES: Mapping[str, tuple[Sequence[str], Sequence[str]]] = {
    "marketplace_market": (("code",), ()),
    "marketplace_seller": (("seller_id",), ("stand_in",)),
    "marketplace_seller_identity": (("seller_id",), ()),
    "marketplace_member": (("seller_id", "id"), ()),
    "marketplace_buyer": (("buyer_id",), ()),
    "marketplace_offer": (("seller_id", "id"), ()),
    "marketplace_order": (("seller_id", "id"), ("buyer_id", "audience")),
    "marketplace_order_line": (("seller_id", "order_id", "line"), ("buyer_id", "audience")),
    "marketplace_shipment": (("seller_id", "id"), ("order_id", "buyer_id", "audience")),
    "marketplace_refund": (("seller_id", "id"), ("order_id", "buyer_id", "audience")),
}
REMEMBERED = 100_000  # names; some 30 MB
RELEASED = 2000  # waiting records at once
_KINDS = {kind.value: kind for kind in Kind}
_LASTING = frozenset({Kind.MARKET, Kind.SELLER, Kind.BUYER, Kind.OFFER})  # what records name again and again


def _rows(sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())


def _run(sql: str, *batches: Iterable[Row]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, [msgspec.json.encode([*rows]).decode() for rows in batches])


def _twins(own: Collection[Name], named: Collection[Name]) -> set[Name]:
    """The other parts of the accounts that buyers' own records and members bring."""
    accounts = [name for name in own if name.kind is Kind.BUYER]
    accounts += [name for name in named if name.kind is Kind.PERSON]
    return {name.twin for name in accounts if name.twin} - set(own)


class Store:
    """Reads and writes of one transaction, in scope all."""

    def __init__(self, *, strict: bool) -> None:
        self._strict = strict
        self._remembered: dict[Name, Known] = {}  # ids never change, and nobody asks how new these are

    def forget(self) -> None:
        """Forget what was read: some of it was written by a batch that has been undone."""
        self._remembered.clear()

    def versions(self, names: Collection[Name]) -> dict[Name, int]:
        """How new ours are, of what we have. One SQL statement."""
        return {name: known.order for name, known in self._found(names).items()}

    def incomplete(self) -> int:
        """The number of stubs. One SQL statement."""
        return int(_rows(statements.STUBS, [])[0][0])

    def world(self, batch: Sequence[Sent]) -> World:
        """What we have of these records and of all that they name. At most five SQL statements."""
        own = {sent.name for sent in batch}
        named = {reference.name for sent in batch for reference in sent.record.references} - own
        named |= _twins(own, named)
        world = World({name: known for name in named if (known := self._remembered.get(name))})
        found = self._found(own | (named - world.known.keys()))
        world.known.update(found)
        self._remember({name: known for name, known in found.items() if name in named})
        self._add_what_must_agree(world)
        return world

    def _found(self, names: Collection[Name]) -> dict[Name, Known]:
        if not names:
            return {}
        parameters = [[name.kind.value for name in names], [name.external_id for name in names]]
        rows = _rows(statements.FIND, parameters)
        return {Name(_KINDS[kind], external): Known(*known) for kind, external, *known in rows}

    def _remember(self, found: Mapping[Name, Known]) -> None:
        if len(self._remembered) > REMEMBERED:
            self._remembered.clear()
        for name, known in found.items():
            if name.kind in _LASTING and not known.is_stub:
                self._remembered[name] = known

    def _add_what_must_agree(self, world: World) -> None:
        found: dict[Kind, tuple[list[int], list[UUID]]] = defaultdict(lambda: ([], []))
        for name, known in world.known.items():
            if known.seller_id != OPERATOR:
                found[name.kind][0].append(known.seller_id)
                found[name.kind][1].append(known.id)
        if Kind.ORDER in found:
            world.buyer_of.update(_rows(statements.BUYERS_OF_ORDERS, found[Kind.ORDER]))
        if Kind.ORDER in found and self._strict:
            lines = _rows(statements.LINES_OF_ORDERS, found[Kind.ORDER])
            world.lines_of.update((order, frozenset(lines)) for order, lines in lines)
        if Kind.SHIPMENT in found:
            world.order_of.update(_rows(statements.ORDERS_OF_SHIPMENTS, found[Kind.SHIPMENT]))
        if Kind.REFUND in found:
            world.order_of.update(_rows(statements.ORDERS_OF_REFUNDS, found[Kind.REFUND]))

    def claim(self, rows: Mapping[Name, Known], versions: Mapping[Name, str], now: datetime) -> bool:
        """Bring the directory up to date, and lock these names until the transaction ends.

        False when another transaction was faster with one of them: what was judged must be judged again.
        """
        fresh = [
            {
                "kind": name.kind,
                "external_id": name.external_id,
                "seller_id": known.seller_id,
                "id": known.id,
                "version": versions.get(name, ""),
                "version_order": known.order,
                "since": now if known.is_stub and name.kind is not Kind.PERSON else None,
            }
            for name, known in rows.items()
        ]
        kept = {
            Name(_KINDS[kind], external): (seller_id, id)
            for kind, external, seller_id, id in _rows(
                statements.CLAIM, [msgspec.json.encode(fresh).decode()]
            )
        }
        return kept == {name: (known.seller_id, known.id) for name, known in rows.items()}

    def stand_in(self, stubs: Iterable[tuple[str, Row]]) -> None:
        """Add rows for what has only been named, unless they are there."""
        tables: dict[str, list[Row]] = defaultdict(list)
        for table, row in stubs:
            tables[table].append(row)
        for table in TABLES:
            if new := tables.get(table):
                _run(statements.add(table, new[0]), new)

    def write(self, rows: Mapping[str, list[Row]], *, with_old: bool) -> None:
        """Insert or replace rows by table; `with_old` when some of the records were there before."""
        for table, (key, settled) in TABLES.items():
            if new := rows.get(table):
                _run(statements.upsert(table, new[0], key, settled), new)
        if with_old and (orders := rows.get("marketplace_order")):
            _run(statements.LEFT, orders, rows["marketplace_order_line"])
        if with_old and (buyers := rows.get("marketplace_buyer")):
            _run(statements.SHOWN_TO_SELLERS, buyers)
            _run(statements.BUYERS_MOVED, buyers)
        if parcels := rows.get("marketplace_shipment"):
            _run(statements.PARCELS_MOVED, parcels)

    def mention(self, mentions: Sequence[Row]) -> None:
        """Note which records name stubs, and keep those that have to wait."""
        if mentions:
            _run(statements.MENTION, mentions)

    def release(self, names: Collection[Name]) -> list[str]:
        """Some of the records that had waited for these, the oldest versions first; empty when none is left.

        One that was taken in already, and only named a stub, is an empty text.
        """
        parameters = [[name.kind.value for name in names], [name.external_id for name in names], RELEASED]
        rows = _rows(statements.RELEASE, parameters)
        return [record for record, _ in sorted(rows, key=lambda row: row[1])]
