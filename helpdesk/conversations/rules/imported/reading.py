"""Read threads from lines or pieces of bytes."""

from collections.abc import Callable, Iterator
from typing import Protocol

from pydantic import ValidationError

from helpdesk.conversations.rules.imported import arrays, tables
from helpdesk.conversations.rules.imported.lines import Object, objects
from helpdesk.conversations.terms.importing import MAX_RECORD, ReadThread, ThreadFormat, ThreadLine
from helpdesk.kernel.shape import Flaw, flaws_of

_TOO_LARGE = Flaw(code="input.too_large", params={"limit": MAX_RECORD})


class Stream(Protocol):
    """What is read from: bytes, by the piece and by the line."""

    def read(self, size: int = -1, /) -> bytes: ...

    def readline(self, size: int | None = -1, /) -> bytes: ...


_READERS: dict[ThreadFormat, Callable[[Stream], Iterator[Object]]] = {
    ThreadFormat.CSV: tables.objects,
    ThreadFormat.JSON: arrays.objects,
    ThreadFormat.NDJSON: objects,
}


def threads_in(*, stream: Stream, written: ThreadFormat) -> Iterator[ReadThread]:
    """Each thread with its line, or what is wrong with it. What cannot be read on ends it with a flaw."""
    for found in _READERS[written](stream):
        if found.flaw is not None:
            yield ReadThread(line=found.line, flaws=(found.flaw,))
        else:
            yield _read(found)


def _read(found: Object) -> ReadThread:
    try:
        thread = ThreadLine.model_validate(found.value)
    except ValidationError as error:
        return ReadThread(line=found.line, lines=found.lines, flaws=flaws_of(error))
    except RecursionError:
        return ReadThread(line=found.line, flaws=(_TOO_LARGE,))
    return ReadThread(line=found.line, lines=found.lines, thread=thread)
