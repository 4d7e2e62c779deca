"""Objects of one JSON array, each as soon as it is whole: the array itself is never held."""

import codecs
import json
from collections.abc import Iterator
from typing import Protocol

from helpdesk.conversations.rules.imported.lines import TOO_LARGE, Object, not_json
from helpdesk.conversations.terms.importing import MAX_RECORD
from helpdesk.kernel.shape import Flaw

_PIECE = 65_536
_SPACE = " \t\r\n"
_READER = json.JSONDecoder()


class Pieces(Protocol):
    """What can be read by the piece."""

    def read(self, size: int = -1, /) -> bytes: ...


class _Window:
    """A part of the text, moved on as it is read."""

    def __init__(self, stream: Pieces) -> None:
        self._stream, self._decoder = stream, codecs.getincrementaldecoder("utf-8-sig")()
        self.text, self.line, self.is_over = "", 1, False

    def more(self) -> bool:
        """As much again, so that a long object is not read over and over; False at the end."""
        piece = self._stream.read(max(_PIECE, len(self.text)))
        self.is_over = not piece
        self.text += self._decoder.decode(piece, final=not piece)
        return not self.is_over

    def first(self) -> str:
        """The next character that says something, still in the text; empty at the end."""
        while True:
            rest = self.text.lstrip(_SPACE)
            self.drop(len(self.text) - len(rest))
            if rest or not self.more():
                return self.text[:1]

    def drop(self, count: int) -> None:
        """Move on by so many characters."""
        self.line += self.text.count("\n", 0, count)
        self.text = self.text[count:]


def objects(stream: Pieces) -> Iterator[Object]:
    """Every element; what cannot be read ends it, since nobody knows where the next one begins."""
    window = _Window(stream)
    try:
        yield from _elements(window)
    except UnicodeDecodeError:
        yield Object(line=window.line, flaw=Flaw(code="import.not_utf8"))


def _elements(window: _Window) -> Iterator[Object]:
    if window.first() != "[":
        yield Object(line=window.line, flaw=Flaw(code="import.not_array"))
        return
    window.drop(1)
    if window.first() == "]":
        return
    while True:
        found = _element(window)
        yield found
        if found.flaw is not None:
            return
        mark = window.first()
        window.drop(1)
        if mark == "]":
            return
        if mark != ",":
            yield Object(line=window.line, flaw=_reason("Expecting ',' delimiter"))
            return


def _element(window: _Window) -> Object:
    window.first()
    line = window.line
    while True:
        try:
            value, end = _READER.raw_decode(window.text)
        except RecursionError:
            return Object(line=line, flaw=TOO_LARGE)
        except ValueError as error:
            if len(window.text) > MAX_RECORD:
                return Object(line=line, flaw=TOO_LARGE)
            if not window.more():
                return Object(line=line, flaw=not_json(error))
        else:
            window.drop(end)
            return Object(line=line, value=value)


def _reason(said: str) -> Flaw:
    return Flaw(code="input.not_json", params={"reason": said})
