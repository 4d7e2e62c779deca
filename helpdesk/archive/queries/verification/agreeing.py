"""Rows that say what counts now, against the rows that repeat the entries which made it so."""

from collections.abc import Iterator
from uuid import UUID

from django.db import connections

from helpdesk.archive.terms import Agreement, Finding, Progress
from helpdesk.kernel.ids import Ref

_ROWS = """
    SELECT '{table} id=' || o.id, o.seller_id, o.chain FROM {table} o {beside} WHERE ({differs}) {of}
"""
_OF = "AND o.seller_id = %s AND o.chain = %s"


def agreeing(*, using: str, agreement: Agreement, conversation: Ref | None) -> Iterator[Progress | Finding]:
    """One SQL statement, over the whole record or over one conversation's chain."""
    sql = _ROWS.format(
        table=agreement.table,
        beside=agreement.beside,
        differs=agreement.differs,
        of="" if conversation is None else _OF,
    )
    params: list[int | UUID] = [*(conversation or ())]
    with connections[using].cursor() as cursor:
        cursor.execute(sql, params or None)
        for name, *chain in cursor.fetchall():
            yield Finding(code=agreement.code, row=name, detail=agreement.detail, chain=Ref(*chain))
    yield Progress(stage=agreement.table, done=1, total=1)
