"""The order of the log: contiguous numbers, each entry once, and nothing without its entry."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db import connections

from helpdesk.archive.terms import Finding, Progress
from helpdesk.kernel.ids import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class _Check:
    """One SQL statement: names of rows, with seller and chain where known; `{of}` narrows it to one chain."""

    code: str
    detail: str
    sql: str


_CHECKS = (
    _Check(
        code="number.gap",
        detail="the number before it is missing",
        sql="""SELECT 'archive_number number=' || number
               FROM (SELECT number, lag(number, 1, -1::bigint) OVER (ORDER BY number) AS before
                     FROM archive_number) t
               WHERE number <> before + 1""",
    ),
    _Check(
        code="number.entry",
        detail="no entry belongs to this number",
        sql="""SELECT 'archive_number number=' || a.number, a.seller_id, a.chain
               FROM archive_number a
               LEFT JOIN archive_entry e ON e.seller_id = a.seller_id AND e.id = a.entry_id
               WHERE e.id IS NULL {of}""",
    ),
    _Check(
        code="number.column",
        detail="differs from its entry",
        sql="""SELECT 'archive_number number=' || a.number, a.seller_id, a.chain
               FROM archive_number a
               JOIN archive_entry e ON e.seller_id = a.seller_id AND e.id = a.entry_id
               WHERE (a.buyer_id, a.audience, a.kind, a.chain)
                     IS DISTINCT FROM (e.buyer_id, e.audience, e.kind, e.chain) {of}""",
    ),
    _Check(
        code="number.order",
        detail="stands before an earlier entry of its chain",
        sql="""SELECT 'archive_number number=' || number, seller_id, chain
               FROM (SELECT a.number, a.seller_id, a.chain, e.n,
                            lag(e.n, 1, -1) OVER (PARTITION BY e.seller_id, e.chain ORDER BY a.number)
                            AS before
                     FROM archive_number a
                     JOIN archive_entry e ON e.seller_id = a.seller_id AND e.id = a.entry_id
                     WHERE true {of}) t
               WHERE n <= before""",
    ),
    _Check(
        code="number.cut",
        detail="has read past the last number: the log's end is gone",
        sql="""SELECT 'archive_cursor reaction=' || reaction
               FROM archive_cursor
               WHERE number > (SELECT coalesce(max(number), -1) FROM archive_number)""",
    ),
    _Check(
        code="entry.unnumbered",
        detail="has no number and waits for none",
        sql="""SELECT 'archive_entry seller_id=' || a.seller_id || ' id=' || a.id, a.seller_id, a.chain
               FROM archive_entry a
               WHERE NOT EXISTS (SELECT FROM archive_number m
                                 WHERE m.seller_id = a.seller_id AND m.entry_id = a.id)
                 AND NOT EXISTS (SELECT FROM archive_pending p
                                 WHERE p.seller_id = a.seller_id AND p.entry_id = a.id) {of}""",
    ),
    _Check(
        code="pending.orphan",
        detail="no entry belongs to this mark",
        sql="""SELECT 'archive_pending seller_id=' || p.seller_id || ' entry_id=' || p.entry_id
               FROM archive_pending p
               LEFT JOIN archive_entry e ON e.seller_id = p.seller_id AND e.id = p.entry_id
               WHERE e.id IS NULL""",
    ),
    _Check(
        code="value.orphan",
        detail="no entry belongs to this value",
        sql="""SELECT 'archive_value seller_id=' || v.seller_id || ' entry_id=' || v.entry_id
                      || ' name=' || v.name
               FROM archive_value v
               LEFT JOIN archive_entry e ON e.seller_id = v.seller_id AND e.id = v.entry_id
               WHERE e.id IS NULL""",
    ),
)
_OF = "{of}"


def order(*, using: str, conversation: Ref | None) -> Iterator[Progress | Finding]:
    """Each check is one SQL statement, over the whole log or over one conversation's chain."""
    checks = [check for check in _CHECKS if conversation is None or _OF in check.sql]
    of = "" if conversation is None else "AND a.seller_id = %s AND a.chain = %s"
    params: list[int | UUID] = [*(conversation or ())]
    for done, check in enumerate(checks, start=1):
        with connections[using].cursor() as cursor:
            cursor.execute(check.sql.replace(_OF, of), params)
            for name, *chain in cursor.fetchall():
                lies = Ref(*chain) if chain else None
                yield Finding(code=check.code, row=name, detail=check.detail, chain=lies)
        yield Progress(stage="order", done=done, total=len(checks))
