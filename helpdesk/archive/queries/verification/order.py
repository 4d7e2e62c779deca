"""The order of the log: contiguous numbers, each entry once, and nothing without its entry."""

from collections.abc import Iterator

from django.db import connections

from helpdesk.archive.terms import Finding, Progress

# code, what is wrong, and the query that returns the rows' names
_CHECKS = (
    (
        "number.gap",
        "the number before it is missing",
        "SELECT 'archive_number number=' || number FROM (SELECT number, lag(number, 1, -1::bigint) OVER (ORDER BY"
        " number) AS before FROM archive_number) t WHERE number <> before + 1",
    ),
    (
        "number.entry",
        "no entry belongs to this number",
        "SELECT 'archive_number number=' || a.number FROM archive_number a LEFT JOIN archive_entry e"
        " ON e.seller_id = a.seller_id AND e.id = a.entry_id WHERE e.id IS NULL",
    ),
    (
        "number.column",
        "differs from its entry",
        "SELECT 'archive_number number=' || a.number FROM archive_number a JOIN archive_entry e"
        " ON e.seller_id = a.seller_id AND e.id = a.entry_id WHERE (a.buyer_id, a.audience, a.kind, a.chain)"
        " IS DISTINCT FROM (e.buyer_id, e.audience, e.kind, e.chain)",
    ),
    (
        "number.order",
        "stands before an earlier entry of its chain",
        "SELECT 'archive_number number=' || number FROM (SELECT a.number, e.n, lag(e.n, 1, -1) OVER (PARTITION BY"
        " e.seller_id, e.chain ORDER BY a.number) AS before FROM archive_number a JOIN archive_entry e"
        " ON e.seller_id = a.seller_id AND e.id = a.entry_id) t WHERE n <= before",
    ),
    (
        "entry.unnumbered",
        "has no number and waits for none",
        "SELECT 'archive_entry seller_id=' || e.seller_id || ' id=' || e.id FROM archive_entry e"
        " WHERE NOT EXISTS (SELECT FROM archive_number a WHERE a.seller_id = e.seller_id AND a.entry_id = e.id)"
        " AND NOT EXISTS (SELECT FROM archive_pending p WHERE p.seller_id = e.seller_id AND p.entry_id = e.id)",
    ),
    (
        "pending.orphan",
        "no entry belongs to this mark",
        "SELECT 'archive_pending seller_id=' || p.seller_id || ' entry_id=' || p.entry_id FROM archive_pending p"
        " LEFT JOIN archive_entry e ON e.seller_id = p.seller_id AND e.id = p.entry_id WHERE e.id IS NULL",
    ),
    (
        "number.cut",
        "has read past the last number: the log's end is gone",
        "SELECT 'archive_cursor reaction=' || reaction FROM archive_cursor"
        " WHERE number > (SELECT coalesce(max(number), -1) FROM archive_number)",
    ),
    (
        "value.orphan",
        "no entry belongs to this value",
        "SELECT 'archive_value seller_id=' || v.seller_id || ' entry_id=' || v.entry_id || ' name=' || v.name"
        " FROM archive_value v LEFT JOIN archive_entry e ON e.seller_id = v.seller_id AND e.id = v.entry_id"
        " WHERE e.id IS NULL",
    ),
)


def order(*, using: str) -> Iterator[Progress | Finding]:
    """Each check is one SQL statement over the whole log."""
    for done, (code, detail, query) in enumerate(_CHECKS, start=1):
        with connections[using].cursor() as cursor:
            cursor.execute(query)
            for (name,) in cursor.fetchall():
                yield Finding(code=code, row=name, detail=detail)
        yield Progress(stage="order", done=done, total=len(_CHECKS))
