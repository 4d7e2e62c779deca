"""Opening a file: the original as it was sent, or the copy that we made to be shown."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from helpdesk.archive.database.scope import acting
from helpdesk.attachments import storage
from helpdesk.attachments.models import File
from helpdesk.attachments.queries.files import files_of
from helpdesk.attachments.rules import copy_key, headers_for, thumb_key
from helpdesk.attachments.terms import EXTENSIONS, FileShown, State, Type
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound

_CLOSED = {
    State.PENDING: "file.pending",
    State.INFECTED: "file.infected",
    State.REFUSED: "file.refused",
    State.HELD: "file.held",
    State.WITHHELD: "file.withheld",
    State.ERASED: "file.erased",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A file to send on: its bytes, and the headers that make them inert."""

    shown: FileShown
    conversation: Ref
    content: BinaryIO
    headers: dict[str, str]


@contextmanager
def open_original(*, actor: Actor, file: Ref) -> Iterator[Opened]:
    """Byte for byte as it was sent, for download. Two SQL statements beside the scope's.

    Raises NotFound (strangers learn nothing), Forbidden (`file.pending`, `file.infected`, `file.refused`,
    `file.held`, `file.withheld`, `file.erased`), Busy. Administrators come here only through a reading in
    force: the caller asks for it.
    """
    row, shown = _found(actor, file)
    with storage.opened(key=row.storage_key) as content:
        yield Opened(
            shown=shown,
            conversation=Ref(row.seller_id, row.chain),
            content=content,
            headers=headers_for(name=shown.name, media=shown.type) | {"Content-Length": str(shown.size)},
        )


@contextmanager
def open_copy(*, actor: Actor, file: Ref, thumb: bool = False) -> Iterator[Opened]:
    """The picture as we made it anew, without place or camera, shown inline. Raises as `open_original`."""
    row, shown = _found(actor, file)
    if not row.has_copy or row.copy_type is None:
        raise NotFound("file.not_found")
    key = thumb_key(row.storage_key) if thumb else copy_key(row.storage_key)
    stem = shown.name.rpartition(".")[0] or shown.name
    name = f"{stem}.{EXTENSIONS[Type(row.copy_type)][0]}"
    with storage.opened(key=key) as content:
        yield Opened(
            shown=shown,
            conversation=Ref(row.seller_id, row.chain),
            content=content,
            headers=headers_for(name=name, media=row.copy_type, inline=True),
        )


def conversation_of_file(*, actor: Actor, file: Ref) -> Ref:
    """The conversation that the file was posted in. Raises NotFound."""
    with acting(actor):
        row = File.objects.filter(seller_id=file.seller_id, id=file.id).first()
    if row is None:
        raise NotFound("file.not_found")
    return Ref(row.seller_id, row.chain)


def entry_of_file(*, actor: Actor, file: Ref) -> Ref:
    """The entry that the file was sealed with. Raises NotFound."""
    with acting(actor):
        row = File.objects.filter(seller_id=file.seller_id, id=file.id).first()
    if row is None:
        raise NotFound("file.not_found")
    return Ref(row.seller_id, row.entry_id)


def _found(actor: Actor, file: Ref) -> tuple[File, FileShown]:
    with acting(actor):
        row = File.objects.filter(seller_id=file.seller_id, id=file.id).first()
        if row is None:
            raise NotFound("file.not_found")
        files = files_of(actor=actor, entries=[Ref(row.seller_id, row.entry_id)])[row.entry_id]
    shown = next(shown for shown in files if shown.ref == file)
    if not shown.may_open:
        raise Forbidden(_CLOSED.get(shown.state, "file.not_yours"))
    return row, shown
