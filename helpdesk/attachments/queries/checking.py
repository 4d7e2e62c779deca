"""Whether the stored objects are those that were sealed: what `verify` asks of files."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import msgspec
from django.db import connections

from helpdesk.archive.terms import Finding, Progress
from helpdesk.attachments import storage
from helpdesk.attachments.rules import copy_key, read_value
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Busy, NotFound

STEP = 100  # files between two progress lines
PATIENCE = 3  # files in a row that the storage does not give out before the others are left alone
_BLOCK = 1 << 20
# files whose objects are to be there: no `erased` entry names their message
_FROM = """
    FROM attachments_file f
    JOIN archive_value v
    ON v.seller_id = f.seller_id AND v.entry_id = f.entry_id AND v.name = 'file-' || f.position
    LEFT JOIN archive_value c
    ON c.seller_id = f.seller_id AND c.entry_id = f.examined_by AND c.name = 'copy'
    WHERE NOT EXISTS (
        SELECT FROM archive_erasure x
        JOIN archive_entry y ON y.seller_id = x.seller_id AND y.id = x.ordered_by
        WHERE x.seller_id = f.seller_id AND x.id = f.entry_id AND y.chain = f.chain AND y.kind = 'erased'
        AND position(convert_to('["erases","' || f.entry_id || '"]', 'UTF8') IN y.leaf) > 0
    )
"""
_COUNT = f"SELECT count(*) {_FROM}"
_ROWS = f"SELECT f.seller_id, f.id, f.chain, f.storage_key, v.value, c.value {_FROM}"
_OF = " AND f.seller_id = %s AND f.chain = %s"
_ORDER = " ORDER BY f.seller_id, f.id"
_STILL = f"SELECT EXISTS (SELECT {_FROM} AND f.seller_id = %s AND f.id = %s)"
_GONE, _OTHER = "gone", "not those that were sealed"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """A file with the values that its message and its examination committed to."""

    seller_id: int
    id: UUID
    chain: UUID
    key: str
    original: bytes
    copy: bytes | None

    def finding(self, code: str, detail: str) -> Finding:
        row = f"attachments_file id={self.id}"
        return Finding(code=code, row=row, detail=detail, chain=Ref(self.seller_id, self.chain))


def check_objects(*, conversation: Ref | None = None, using: str = "auditor") -> Iterator[Progress | Finding]:
    """Every original and every shown picture that is not what was sealed, with progress.

    Reads each from the storage: `file.altered`, `file.missing`, `file.copy`, and `file.unread` where the
    storage does not give it out. What is erased meanwhile is none of these.
    """
    of = "" if conversation is None else _OF
    params: list[int | UUID] = [*(conversation or ())]
    with connections[using].cursor() as cursor:
        cursor.execute(_COUNT + of, params)
        total = cursor.fetchone()[0]
    if not total:
        yield Progress(stage="files", done=0, total=0)
    unread = 0
    with connections[using].chunked_cursor() as cursor:
        cursor.execute(_ROWS + of + _ORDER, params)
        for done, (seller_id, id, chain, key, original, copy) in enumerate(cursor, start=1):
            sealed = None if copy is None else bytes(copy)
            file = _Kept(
                seller_id=seller_id, id=id, chain=chain, key=key, original=bytes(original), copy=sealed
            )
            try:
                yield from _findings(file, using)
                unread = 0
            except Busy:
                unread += 1
                yield file.finding("file.unread", "the storage does not give it out")
            if done % STEP == 0 or done == total or unread == PATIENCE:
                yield Progress(stage="files", done=done, total=total)
            if unread == PATIENCE:
                return


def _findings(file: _Kept, using: str) -> Iterator[Finding]:
    original = _differs(file.key, file.original)
    copy = _differs(copy_key(file.key), file.copy) if file.copy is not None else ""
    if (original or copy) and not _is_still_there(file, using):
        return
    if original:
        code = "file.missing" if original == _GONE else "file.altered"
        yield file.finding(code, f"its bytes are {original}")
    if copy:
        yield file.finding("file.copy", f"the bytes of its picture are {copy}")


def _differs(key: str, sealed: bytes) -> str:
    """What is wrong with an object; empty where nothing is. Raises Busy."""
    try:
        expected = read_value(sealed)["digest"]
    except (msgspec.DecodeError, ValueError, TypeError, KeyError):
        return ""  # an altered value has its own finding
    try:
        return "" if _digest(key) == expected else _OTHER
    except NotFound:
        return _GONE


def _digest(key: str) -> str:
    digest = hashlib.sha256()
    with storage.opened(key=key) as content:
        while block := content.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _is_still_there(file: _Kept, using: str) -> bool:
    """Nobody has erased it since the rows were read."""
    with connections[using].cursor() as cursor:
        cursor.execute(_STILL, [file.seller_id, file.id])
        return bool(cursor.fetchone()[0])
