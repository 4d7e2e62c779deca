"""Files of an entry: committed with it, sealed in its transaction, compared where a key is used again."""

from collections.abc import Callable, Sequence
from uuid import UUID

import psycopg

from helpdesk.archive.database import hot
from helpdesk.archive.queries import Stored
from helpdesk.archive.terms import Chain, Receipt
from helpdesk.attachments.queries import files_to_post
from helpdesk.attachments.terms import FILE_VALUE, FILES_GONE, ToPost
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict, KeyReused, NotFound

_FILES = FILE_VALUE.format("")
_SEAL = (
    "SELECT attachments_seal_v1(%s::bigint, %s::uuid, %s::uuid, %s::uuid, %s::uuid, %s::timestamptz, %s,"
    " %s::uuid[])"
)

Files = Callable[[], Sequence[ToPost]]


def values_of(files: Sequence[ToPost]) -> dict[str, bytes | None]:
    """What is committed of them, by the names of the values; None of an erased one."""
    return {FILE_VALUE.format(position): file.value for position, file in enumerate(files, start=1)}


def refuse_posted(files: Sequence[ToPost]) -> None:
    """Raise Conflict where one of them belongs to another entry already."""
    if any(file.posted for file in files):
        raise Conflict("upload.posted", field="files")


def same_files(*, actor: Actor, stored: Stored, seller_id: int, files: Sequence[UUID]) -> dict[str, bytes]:
    """Of a request made again: as many files, of the same content, name by name. Raises KeyReused.

    Of an erased entry nothing is compared: there the key alone decides.
    """
    if stored.is_erased:
        return {}
    try:
        found = files_to_post(actor=actor, seller_id=seller_id, files=files)
    except NotFound as error:
        raise KeyReused("archive.key_reused") from error
    values = values_of(found)
    if {name for name in stored.digests if name.startswith(_FILES)} != values.keys():
        raise KeyReused("archive.key_reused")
    return {name: value for name, value in values.items() if value is not None}


def seal_files(*, actor: Actor, chain: Chain, receipt: Receipt, files: Sequence[UUID]) -> None:
    """Uploads become the files of the entry of `receipt`, in its transaction. One SQL statement, none without
    files. Raises Conflict where one was posted or cleared away since it was looked at.
    """
    if not files:
        return
    entry = [chain.seller_id, receipt.entry, chain.id, chain.buyer_id, actor.person, receipt.at]
    try:
        hot.rows(_SEAL, [*entry, actor.side.value, list(files)])
    except psycopg.Error as error:
        if error.sqlstate != FILES_GONE:
            raise
        raise Conflict("upload.posted", field="files") from error
