"""The files of a conversation, byte for byte as they were sent."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import BinaryIO

from helpdesk.attachments import queries as attachments
from helpdesk.evidence.terms import Attached, Leaf
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref

_FILE = "file-"


def files(*, actor: Actor, seller_id: int, leaves: Iterable[Leaf]) -> list[Attached]:
    """Those that the actor may open: what is not examined yet, or was found infected, stays out, and only
    its name and digest are told. One SQL statement where there are files, else none.
    """
    entries = [
        Ref(seller_id, leaf.id) for leaf in leaves if any(name.startswith(_FILE) for name in leaf.committed)
    ]
    shown = attachments.files_of(actor=actor, entries=entries)
    return [
        Attached(
            entry=file.entry,
            name=f"{_FILE}{file.position}",
            open=partial(_original, actor, file.ref),
        )
        for files in shown.values()
        for file in files
        if file.may_open
    ]


@contextmanager
def _original(actor: Actor, file: Ref) -> Iterator[BinaryIO]:
    with attachments.open_original(actor=actor, file=file) as opened:
        yield opened.content
