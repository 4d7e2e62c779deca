"""Rows that repeat a leaf: what a page shows is what is checked here."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

import msgspec
from django.db import connections

from helpdesk.archive.rules.checking import Leaf, as_in_leaf, at_path, digest_in_leaf, read_leaf
from helpdesk.archive.terms import Finding, Mirror, Progress
from helpdesk.kernel.ids import Ref

SINCE = "?"  # at the end of a path: leaves of earlier releases do not say this yet
ELSE = "|"  # between two paths: the second one counts where the leaf lacks the first

_JOIN = """
    SELECT e.seller_id, e.chain, e.id, e.leaf, e.actor, e.audience, e.buyer_id, {value}, {owner}, t.{key},
           {columns}
    FROM (SELECT seller_id, chain, id, leaf, actor, audience, buyer_id
          FROM archive_entry WHERE kind = ANY(%s) {where}) e
    FULL JOIN (SELECT * FROM {table} WHERE {key} IS NOT NULL AND {rows} {where_row}) t ON {on}
"""

_VALUE = """
    (SELECT value FROM archive_value v
     WHERE v.seller_id = e.seller_id AND v.entry_id = e.id AND v.name = '{name}')
"""


def mirrored(*, using: str, mirror: Mirror, conversation: Ref | None) -> Iterator[Progress | Finding]:
    """Entry and row side by side: both there, or neither, and equal in every declared column."""
    sql, params = _query(mirror, conversation)
    if sql is None:
        return
    with connections[using].chunked_cursor() as cursor:
        cursor.execute(sql, params)
        for seller_id, chain, id, leaf, actor, audience, buyer_id, value, owner, at, row, *columns in cursor:
            entry = {"actor": actor, "audience": audience, "buyer_id": buyer_id}
            content = None if leaf is None else _content(bytes(leaf), entry, value)
            lies = [part if mine is None else mine for mine, part in ((seller_id, owner), (chain, at))]
            if leaf is None or content is not None:  # an unreadable leaf has its own finding
                for finding in _findings(mirror, id, content, row, columns):
                    yield finding if None in lies else replace(finding, chain=Ref(*lies))
    yield Progress(stage=f"{mirror.table}.{mirror.key}", done=1, total=1)


def _query(mirror: Mirror, conversation: Ref | None) -> tuple[str | None, list[int | UUID | list[str]]]:
    where = where_row = ""
    params: list[int | UUID | list[str]] = [list(mirror.kinds)]
    column = next((name for name, path in mirror.columns.items() if path == "chain"), mirror.chain_column)
    if conversation is not None:
        if column is None:
            return None, []
        where, where_row = "AND seller_id = %s AND chain = %s", f"AND seller_id = %s AND {column} = %s"
        params += [*conversation, *conversation]
    on = f"t.{mirror.key} = e.id" + (" AND t.seller_id = e.seller_id" if mirror.owned else "")
    names = ", ".join(f"t.{name}" for name in mirror.columns)
    owner = f"t.seller_id, t.{column}" if mirror.owned and column else "NULL, NULL"
    sql = _JOIN.format(
        key=mirror.key,
        rows=mirror.rows,
        value="NULL" if mirror.value is None else _VALUE.format(name=mirror.value),
        columns=names,
        owner=owner,
        table=mirror.table,
        where=where,
        where_row=where_row,
        on=on,
    )
    return sql, params


def _content(data: bytes, entry: dict[str, Any], value: bytes | None) -> Leaf | None:
    """The leaf and, as "entry" and "value", what the checks of entries hold to be its own."""
    leaf = read_leaf(data)
    if leaf is None:
        return None
    own = {name: as_in_leaf(part) for name, part in entry.items()}
    return {**leaf, "entry": own, "value": {} if value is None else _json(bytes(value))}


def _json(value: bytes) -> object:
    try:
        return msgspec.json.decode(value)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return {}  # an altered value has its own finding


def _sealed(content: Leaf, path: str, usual: int | str | None) -> object:
    """What the leaf says at the first of the paths that it has, or what it means by saying nothing."""
    said = (at_path(leaf=content, path=part) for part in path.removesuffix(SINCE).split(ELSE))
    return next((part for part in said if part is not None), usual)


def _findings(
    mirror: Mirror, id: UUID | None, content: Leaf | None, row: UUID | None, columns: list[Any]
) -> Iterator[Finding]:
    name = f"{mirror.table} {mirror.key}={id if row is None else row}"
    expected = content is not None and at_path(leaf=content, path=mirror.when) is not None
    if expected and row is None:
        yield Finding(code="row.missing", row=name, detail="the entry's row is gone")
    elif row is not None and (content is None or not expected):
        yield Finding(code="row.extra", row=name, detail="no entry stands behind this row")
    elif expected and content is not None:
        for (column, path), value in zip(mirror.columns.items(), columns, strict=True):
            sealed = _sealed(content, path, mirror.usual.get(column))
            if sealed is None and path.endswith(SINCE):
                continue
            mine = digest_in_leaf(value) if column in mirror.digested else as_in_leaf(value)
            if mine != sealed:
                yield Finding(code="row.column", row=name, detail=f"{column}: {mine}, sealed as {sealed}")
