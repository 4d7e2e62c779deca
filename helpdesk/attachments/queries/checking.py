"""Whether the stored objects are those that were sealed: what `verify` asks of files."""

import hashlib
from collections.abc import Iterator
from typing import Any

from django.db import connections

from helpdesk.archive.terms import Finding, Progress
from helpdesk.attachments import storage
from helpdesk.attachments.rules.values import read_value
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound

STEP = 100  # files between two progress lines
_BLOCK = 1 << 20
_ROWS = """
    SELECT f.seller_id, f.id, f.chain, f.storage_key, v.value
    FROM attachments_file f
    JOIN archive_value v
    ON v.seller_id = f.seller_id AND v.entry_id = f.entry_id AND v.name = 'file-' || f.position
    {where} ORDER BY f.seller_id, f.id
"""


def check_objects(*, conversation: Ref | None = None, using: str = "auditor") -> Iterator[Progress | Finding]:
    """Every original whose bytes changed (`file.altered`) or that is gone (`file.missing`), with progress.

    Reads each from the storage. An erased file has no value, and is none of these. Raises Busy.
    """
    where = "" if conversation is None else "WHERE f.seller_id = %s AND f.chain = %s"
    with connections[using].cursor() as cursor:
        cursor.execute(_ROWS.format(where=where), [*(conversation or ())] or None)
        rows = cursor.fetchall()
    for done, row in enumerate(rows, start=1):
        yield from _findings(row)
        if done % STEP == 0 or done == len(rows):
            yield Progress(stage="files", done=done, total=len(rows))


def _findings(row: tuple[Any, ...]) -> Iterator[Finding]:
    seller_id, id, chain, key, value = row
    name, place = f"attachments_file id={id}", Ref(seller_id, chain)
    try:
        said = read_value(bytes(value))
    except ValueError:
        return  # an altered value has its own finding
    try:
        if _digest(key) != said.get("digest"):
            yield Finding(
                code="file.altered", row=name, detail="its bytes are not those that were sealed", chain=place
            )
    except NotFound:
        yield Finding(code="file.missing", row=name, detail="its bytes are gone", chain=place)


def _digest(key: str) -> str:
    digest = hashlib.sha256()
    with storage.opened(key=key) as content:
        while block := content.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
