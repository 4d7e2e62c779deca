"""Objects of JSON, one a line."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from helpdesk.conversations.terms.importing import MAX_RECORD
from helpdesk.kernel.shape import Flaw

_BOM = b"\xef\xbb\xbf"
TOO_LARGE = Flaw(code="input.too_large", params={"limit": MAX_RECORD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Object:
    """What stands on a line (from 1), or why nothing can be read there; `lines` of its messages."""

    line: int
    value: Any = None
    flaw: Flaw | None = None
    lines: Sequence[int] = ()


class Lines(Protocol):
    """What can be read by the line."""

    def readline(self, size: int | None = -1, /) -> bytes: ...


def objects(stream: Lines) -> Iterator[Object]:
    """Every line that holds something."""
    number = 0
    while line := stream.readline(MAX_RECORD + 1):
        number += 1
        text = (line.removeprefix(_BOM) if number == 1 else line).strip()
        if len(line) > MAX_RECORD:
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_RECORD + 1)
            yield Object(line=number, flaw=TOO_LARGE)
        elif text:
            yield _object(number, text)


def _object(number: int, text: bytes) -> Object:
    try:
        return Object(line=number, value=json.loads(text))
    except RecursionError:
        return Object(line=number, flaw=TOO_LARGE)
    except UnicodeDecodeError:
        return Object(line=number, flaw=Flaw(code="import.not_utf8"))
    except ValueError as error:
        return Object(line=number, flaw=not_json(error))


def not_json(error: ValueError) -> Flaw:
    """What the reader of JSON says, without the text itself."""
    said = error.msg if isinstance(error, json.JSONDecodeError) else "number"
    return Flaw(code="input.not_json", params={"reason": said})
