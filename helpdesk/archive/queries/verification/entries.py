"""Entries: leaf, columns, chain links, values, receipts."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Any
from uuid import UUID

from django.db import connections

from helpdesk.archive.rules import checking
from helpdesk.archive.rules.receipts import is_valid
from helpdesk.archive.terms import Finding, Progress, Receipt
from helpdesk.kernel.ids import OPERATOR, Ref

STEP = 1000  # entries between two progress lines

_ROWS = """
    SELECT e.seller_id, e.id, e.chain, e.n, e.kind, e.at, e.actor, e.leaf, e.leaf_hash, e.audience,
           e.buyer_id, e.receipt_key, e.receipt, v.names, v.contents, v.salts, v.audiences, v.buyers,
           {erased}
    FROM archive_entry e
    LEFT JOIN LATERAL (
        SELECT array_agg(w.name ORDER BY w.name) AS names, array_agg(w.value ORDER BY w.name) AS contents,
               array_agg(w.salt ORDER BY w.name) AS salts, array_agg(w.audience ORDER BY w.name) AS audiences,
               array_agg(w.buyer_id ORDER BY w.name) AS buyers
        FROM archive_value w WHERE w.seller_id = e.seller_id AND w.entry_id = e.id
    ) v ON true
    {where} ORDER BY e.seller_id, e.chain, e.n
"""
# its values may be gone: an entry of the same chain says so, whose own leaf is looked at in its turn
_ERASED = """EXISTS (
    SELECT FROM archive_erasure x
    JOIN archive_entry y ON y.seller_id = x.seller_id AND y.id = x.ordered_by
    WHERE x.seller_id = e.seller_id AND x.id = e.id AND y.chain = e.chain AND y.kind = 'erased'
      AND position(convert_to('["erases","' || e.id || '"]', 'UTF8') IN y.leaf) > 0)"""
_COUNT = "SELECT count(*) FROM archive_entry e {where}"


def entries(*, using: str, conversation: Ref | None) -> Iterator[Progress | Finding]:
    """All entries in chain order, or those of one conversation's shared chain."""
    where = "" if conversation is None else "WHERE e.seller_id = %s AND e.chain = %s"
    params: list[int | UUID] = [*(conversation or ())]
    keys = receipt_keys(using)
    with connections[using].cursor() as cursor:
        cursor.execute(_COUNT.format(where=where), params)
        total = cursor.fetchone()[0]
    before: tuple[checking.Row, checking.Leaf | None] | None = None
    with connections[using].chunked_cursor() as cursor:
        cursor.execute(_ROWS.format(where=where, erased=_ERASED), params)
        for done, record in enumerate(cursor, start=1):
            row = _row(record)
            leaf = checking.read_leaf(row.leaf)
            if before is not None and (before[0].seller_id, before[0].chain) != (row.seller_id, row.chain):
                before = None
            receipt = _receipt_findings(row, record[11], record[12], keys)
            for finding in chain(_findings(row, leaf, before), receipt):
                yield replace(finding, chain=Ref(row.seller_id, row.chain))
            before = (row, leaf)
            if done % STEP == 0 or done == total:
                yield Progress(stage="entries", done=done, total=total)


def _findings(
    row: checking.Row, leaf: checking.Leaf | None, before: tuple[checking.Row, checking.Leaf | None] | None
) -> Iterator[Finding]:
    yield from checking.entry_findings(row=row, leaf=leaf)
    if leaf is not None:
        yield from checking.link_findings(row=row, leaf=leaf, before=before)
        yield from checking.value_findings(row=row, leaf=leaf)


def _row(record: tuple[Any, ...]) -> checking.Row:
    names, contents, salts, audiences, buyers = ([] if part is None else part for part in record[13:18])
    return checking.Row(
        seller_id=record[0],
        id=record[1],
        chain=record[2],
        n=record[3],
        kind=record[4],
        at=record[5],
        actor=record[6],
        leaf=bytes(record[7]),
        leaf_hash=bytes(record[8]),
        audience=record[9],
        buyer_id=record[10],
        values=list(zip(names, map(bytes, contents), map(bytes, salts), audiences, buyers, strict=True)),
        erased=record[18],
    )


def receipt_keys(using: str) -> dict[str, bytes]:
    """Public receipt keys as the log's own `key` entries publish them."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT leaf FROM archive_entry WHERE seller_id = %s AND kind = 'key'", [OPERATOR])
        leaves = [checking.read_leaf(bytes(data)) for (data,) in cursor.fetchall()]
    return dict(key for leaf in leaves if leaf is not None for key in checking.receipt_keys(leaf))


def _receipt_findings(
    row: checking.Row, key: str, signature: bytes, keys: dict[str, bytes]
) -> Iterator[Finding]:
    if key not in keys:
        yield Finding(code="receipt.key", row=row.name, detail=f"receipt key {key} was never published")
        return
    receipt = Receipt(entry=row.id, leaf_hash=row.leaf_hash, at=row.at, key=key, signature=bytes(signature))
    if not is_valid(receipt=receipt, public=keys[key]):
        yield Finding(code="receipt.signature", row=row.name, detail="the receipt does not fit the entry")
