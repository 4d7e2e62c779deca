"""The SQL of the store: each statement serves a whole batch."""

from collections.abc import Sequence

from helpdesk.marketplace.rules.rows import Row

# One index look-up per name, whatever the planner believes of a table that has just been filled.
FIND = """
    SELECT n.kind, n.external_id, d.seller_id, d.id, d.version_order
    FROM unnest(%s::text[], %s::text[]) AS n (kind, external_id)
    CROSS JOIN LATERAL (
        SELECT seller_id, id, version_order FROM marketplace_external_id
        WHERE kind = n.kind AND external_id = n.external_id LIMIT 1
    ) d
"""
STUBS = "SELECT count(*) FROM marketplace_external_id WHERE version_order = -1 AND kind <> 'person'"
BUYERS_OF_ORDERS = """
    SELECT n.id, o.buyer_id FROM unnest(%s::bigint[], %s::uuid[]) AS n (seller_id, id)
    CROSS JOIN LATERAL (
        SELECT buyer_id FROM marketplace_order WHERE seller_id = n.seller_id AND id = n.id LIMIT 1
    ) o
"""
LINES_OF_ORDERS = """
    SELECT n.id, ARRAY(
        SELECT l.line FROM marketplace_order_line l
        WHERE l.seller_id = n.seller_id AND l.order_id = n.id AND l.quantity > 0
    )
    FROM unnest(%s::bigint[], %s::uuid[]) AS n (seller_id, id)
"""
ORDERS_OF_SHIPMENTS = """
    SELECT s.id, s.order_id FROM unnest(%s::bigint[], %s::uuid[]) AS n (seller_id, id)
    JOIN marketplace_shipment s ON s.seller_id = n.seller_id AND s.id = n.id
"""
ORDERS_OF_REFUNDS = ORDERS_OF_SHIPMENTS.replace("marketplace_shipment", "marketplace_refund")

# A stub is claimed again by whoever names it, so that none can wait for what arrives at the same moment.
# An order that only a parcel has named gets its seller with the first record that tells it.
CLAIM = """
    INSERT INTO marketplace_external_id AS d
        (kind, external_id, seller_id, id, version, version_order, since)
    SELECT kind, external_id, seller_id, id, version, version_order, since
    FROM json_populate_recordset(NULL::marketplace_external_id, %s::json) ORDER BY kind, external_id
    ON CONFLICT (kind, external_id) DO UPDATE
    SET version = excluded.version, version_order = excluded.version_order,
        seller_id = CASE WHEN d.seller_id = 0 THEN excluded.seller_id ELSE d.seller_id END
    WHERE d.version_order < excluded.version_order OR (d.version_order = -1 AND excluded.version_order = -1)
    RETURNING kind, external_id, seller_id, id
"""
LEFT = """
    UPDATE marketplace_order_line l SET quantity = 0
    FROM json_populate_recordset(NULL::marketplace_order, %s::json) o
    WHERE l.seller_id = o.seller_id AND l.order_id = o.id AND l.quantity > 0 AND NOT EXISTS (
        SELECT FROM json_populate_recordset(NULL::marketplace_order_line, %s::json) n
        WHERE n.seller_id = l.seller_id AND n.order_id = l.order_id AND n.line = l.line
    )
"""
SHOWN_TO_SELLERS = """
    UPDATE marketplace_pair p SET display_name = b.display_name, language = b.language, market = b.market
    FROM json_populate_recordset(NULL::marketplace_buyer, %s::json) b WHERE p.buyer_id = b.buyer_id
"""
PARCELS_MOVED = """
    INSERT INTO marketplace_moved (seller_id, buyer_id)
    SELECT DISTINCT p.seller_id, p.buyer_id
    FROM json_populate_recordset(NULL::marketplace_shipment, %s::json) s
    JOIN marketplace_pair p ON p.seller_id = s.seller_id AND p.buyer_id = s.buyer_id
    WHERE s.tracking <> '' ORDER BY p.seller_id, p.buyer_id
    ON CONFLICT DO NOTHING
"""
BUYERS_MOVED = """
    INSERT INTO marketplace_moved (seller_id, buyer_id)
    SELECT p.seller_id, p.buyer_id FROM json_populate_recordset(NULL::marketplace_buyer, %s::json) b
    JOIN marketplace_pair p ON p.buyer_id = b.buyer_id ORDER BY p.seller_id, p.buyer_id
    ON CONFLICT DO NOTHING
"""
MENTION = """
    INSERT INTO marketplace_mention AS m (kind, external_id, by_kind, by_id, record, version_order)
    SELECT kind, external_id, by_kind, by_id, record, version_order
    FROM json_populate_recordset(NULL::marketplace_mention, %s::json)
    ORDER BY kind, external_id, by_kind, by_id
    ON CONFLICT (kind, external_id, by_kind, by_id) DO UPDATE
    SET record = excluded.record, version_order = excluded.version_order
    WHERE m.version_order < excluded.version_order
"""
RELEASE = """
    DELETE FROM marketplace_mention WHERE ctid = ANY (ARRAY(
        SELECT m.ctid FROM unnest(%s::text[], %s::text[]) AS n (kind, external_id)
        JOIN marketplace_mention m ON m.kind = n.kind AND m.external_id = n.external_id LIMIT %s
    ))
    RETURNING record, version_order
"""


def upsert(table: str, row: Row, key: Sequence[str], settled: Sequence[str]) -> str:
    """Insert or replace; columns that are `settled` keep what the first row said."""
    changes = ", ".join(f"{name} = excluded.{name}" for name in row if name not in (*key, *settled))
    return f"{_insert(table, row)} ON CONFLICT ({', '.join(key)}) DO UPDATE SET {changes}"


def add(table: str, row: Row) -> str:
    """Insert what is not there."""
    return f"{_insert(table, row)} ON CONFLICT DO NOTHING"


def _insert(table: str, row: Row) -> str:
    columns = ", ".join(row)
    return (
        f"INSERT INTO {table} ({columns}) SELECT {columns}"  # noqa: S608 - names of our own tables and columns
        f" FROM json_populate_recordset(NULL::{table}, %s::json)"
    )
