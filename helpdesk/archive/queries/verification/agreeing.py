"""Rows that say what counts now, against the rows that repeat the entries which made it so."""

from collections.abc import Iterator
from uuid import UUID

from django.db import connections

from helpdesk.archive.terms import Agreement, Finding, Progress
from helpdesk.kernel.ids import Ref

_ROWS = """
    SELECT '{table} id=' || o.id, o.seller_id, {chain} FROM {table} o {beside} WHERE ({differs}) {of}
"""
_OF = "AND o.seller_id = %s AND {chain} = %s"


def agreeing(*, using: str, agreement: Agreement, conversation: Ref | None) -> Iterator[Progress | Finding]:
    """One SQL statement, over the whole record or over one conversation's chain."""
    sql = _ROWS.format(
        table=agreement.table,
        beside=agreement.beside,
        differs=agreement.differs,
        chain=agreement.chain,
        of="" if conversation is None else _OF.format(chain=agreement.chain),
    )
    params: list[int | UUID] = [*(conversation or ())]
    with connections[using].cursor() as cursor:
        cursor.execute(sql, params or None)
        for name, seller_id, chain in cursor.fetchall():
            lies = Ref(seller_id, chain) if chain else None
            yield Finding(code=agreement.code, row=name, detail=agreement.detail, chain=lies)
    yield Progress(stage=agreement.table, done=1, total=1)
