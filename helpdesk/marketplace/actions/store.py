"""The store: a batch of records into the tables, with a few SQL statements per batch whatever its size."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

import msgspec
from django.db import connection

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
}
_KINDS = {kind.value: kind for kind in Kind}
_FIND = """
    SELECT d.kind, d.external_id, d.seller_id, d.id, d.version_order
    FROM unnest(%s::text[], %s::text[]) AS n (kind, external_id)
    JOIN marketplace_external_id d ON d.kind = n.kind AND d.external_id = n.external_id
"""
_ORDERS = """
    SELECT o.id, o.buyer_id, ARRAY(
        SELECT l.line FROM marketplace_order_line l
        WHERE l.seller_id = o.seller_id AND l.order_id = o.id AND l.quantity > 0
    )
    FROM unnest(%s::bigint[], %s::uuid[]) AS n (seller_id, id)
    JOIN marketplace_order o ON o.seller_id = n.seller_id AND o.id = n.id
"""
_SHIPMENTS = """
    SELECT s.id, s.order_id FROM unnest(%s::bigint[], %s::uuid[]) AS n (seller_id, id)
    JOIN marketplace_shipment s ON s.seller_id = n.seller_id AND s.id = n.id
"""
_CLAIM = """
    INSERT INTO marketplace_external_id AS d (kind, external_id, seller_id, id, version, version_order)
    SELECT kind, external_id, seller_id, id, version, version_order
    FROM json_populate_recordset(NULL::marketplace_external_id, %s::json) ORDER BY kind, external_id
    ON CONFLICT (kind, external_id) DO UPDATE
    SET version = excluded.version, version_order = excluded.version_order
    WHERE d.version_order < excluded.version_order
    RETURNING kind, external_id, seller_id, id
"""
_LEFT = """
    UPDATE marketplace_order_line l SET quantity = 0
    FROM json_populate_recordset(NULL::marketplace_order, %s::json) o
    WHERE l.seller_id = o.seller_id AND l.order_id = o.id AND l.quantity > 0 AND NOT EXISTS (
        SELECT FROM json_populate_recordset(NULL::marketplace_order_line, %s::json) n
        WHERE n.seller_id = l.seller_id AND n.order_id = l.order_id AND n.line = l.line
    )
"""
_SHOWN_TO_SELLERS = """
    UPDATE marketplace_pair p SET display_name = b.display_name, language = b.language, market = b.market
    FROM json_populate_recordset(NULL::marketplace_buyer, %s::json) b WHERE p.buyer_id = b.buyer_id
"""


def _rows(sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())


def _run(sql: str, *batches: Iterable[Row]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, [_json(rows) for rows in batches])


def _json(rows: Iterable[Row]) -> str:
    return msgspec.json.encode(list(rows)).decode()


def _refs(found: Iterable[Known]) -> tuple[list[int], list[UUID]]:
    refs = [known.ref for known in found]
    return [ref.seller_id for ref in refs], [ref.id for ref in refs]


class Store:
    """Reads and writes of one transaction, in scope all."""

    def world(self, names: Collection[Name]) -> World:
        """What we have under these names. At most three SQL statements."""
        rows = _rows(_FIND, [[name.kind.value for name in names], [name.external_id for name in names]])
        world = World({Name(_KINDS[kind], external): Known(*known) for kind, external, *known in rows})
        if orders := [known for name, known in world.known.items() if name.kind is Kind.ORDER]:
            for order_id, buyer_id, lines in _rows(_ORDERS, _refs(orders)):
                world.buyer_of[order_id] = buyer_id
                world.lines_of[order_id] = frozenset(lines)
        if shipments := [known for name, known in world.known.items() if name.kind is Kind.SHIPMENT]:
            world.order_of.update(_rows(_SHIPMENTS, _refs(shipments)))
        return world

    def claim(self, rows: Mapping[Name, Known], versions: Mapping[Name, str]) -> bool:
        """Bring the directory up to date, and lock these records until the transaction ends.

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
            }
            for name, known in rows.items()
        ]
        kept = {
            Name(_KINDS[kind], external): (seller_id, id)
            for kind, external, seller_id, id in _rows(_CLAIM, [_json(fresh)])
        }
        return kept == {name: (known.seller_id, known.id) for name, known in rows.items()}

    def write(self, rows: Mapping[str, list[Row]], *, with_old: bool) -> None:
        """Insert or replace rows by table; `with_old` when some of the records were there before."""
        for table, (key, settled) in TABLES.items():
            if new := rows.get(table):
                _run(_upsert(table, new[0], key, settled), new)
        if with_old and (orders := rows.get("marketplace_order")):
            _run(_LEFT, orders, rows["marketplace_order_line"])
        if with_old and (buyers := rows.get("marketplace_buyer")):
            _run(_SHOWN_TO_SELLERS, buyers)


def _upsert(table: str, row: Row, key: Sequence[str], settled: Sequence[str]) -> str:
    columns = ", ".join(row)
    changes = ", ".join(f"{name} = excluded.{name}" for name in row if name not in (*key, *settled))
    return (
        f"INSERT INTO {table} ({columns}) SELECT {columns}"  # noqa: S608 - names of our own tables and columns
        f" FROM json_populate_recordset(NULL::{table}, %s::json)"
        f" ON CONFLICT ({', '.join(key)}) DO UPDATE SET {changes}"
    )
