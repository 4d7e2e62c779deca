"""Threads of a table, a message a row: the rows of one thread stand together."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from helpdesk.conversations.rules.imported.lines import TOO_LARGE, Lines, Object
from helpdesk.conversations.terms.importing import COLUMNS, FURTHER, MAX_RECORD, MAX_THREAD
from helpdesk.kernel.shape import Flaw

_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
_OF_THREAD = ("market", "seller", "buyer", "order", "offer")
_OF_MESSAGE = {"id": "message", "who": "who", "said_at": "said_at", "language": "language", "text": "text"}

Row = Mapping[str, str]


@dataclass(slots=True, kw_only=True)
class _Gathered:
    """Rows of one thread so far."""

    line: int
    head: Row
    messages: list[dict[str, str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    flaw: Flaw | None = None

    def add(self, line: int, row: Row) -> None:
        """One more; a thread that is too long, or says two things of itself, is remembered as such."""
        differs = next((name for name in _OF_THREAD if row.get(name, "") != self.head.get(name, "")), None)
        if differs:
            self.spoil(line, Flaw(code="import.row_differs", params={"column": differs}))
        if len(self.messages) > MAX_THREAD:
            return  # it is refused for its length; no more of it is held
        said = {name: row.get(column, "") for name, column in _OF_MESSAGE.items()}
        self.messages.append({name: text for name, text in said.items() if text or name != "language"})
        self.lines.append(line)

    def spoil(self, line: int, flaw: Flaw) -> None:
        """A row that cannot be: nothing of its thread is taken in."""
        if self.flaw is None:
            self.flaw, self.line = flaw, line

    def told(self) -> Object:
        """The thread as one object."""
        if self.flaw is not None:
            return Object(line=self.line, flaw=self.flaw)
        value: dict[str, Any] = {"id": self.head["thread"], "messages": self.messages}
        value |= {name: self.head[name] for name in _OF_THREAD if self.head.get(name)}
        return Object(line=self.line, value=value, lines=self.lines)


def objects(stream: Lines) -> Iterator[Object]:
    """Every thread. Without the columns that must be there, only what is wrong with the first line."""
    text = _Text(stream)
    first = next(text, "")
    names = next(csv.reader([first], delimiter=_delimiter(first)), [])
    if flaw := _flaw_of(names):
        yield Object(line=1, flaw=flaw)
        return
    rows = csv.reader(text, delimiter=_delimiter(first), strict=True)
    try:
        yield from _threads(rows, names, text)
    except csv.Error:
        yield Object(line=text.number, flaw=Flaw(code="import.not_csv"))
    except _TooLong:
        yield Object(line=text.number, flaw=TOO_LARGE)


class _TooLong(Exception):
    """A line that no thread needs."""


class _Text:
    """Lines of text, counted. Bytes that are no UTF-8 become what no text may hold: their row is refused."""

    def __init__(self, stream: Lines) -> None:
        self._stream, self.number = stream, 0

    def __iter__(self) -> "_Text":
        return self

    def __next__(self) -> str:
        line = self._stream.readline(MAX_RECORD + 1)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) > MAX_RECORD:
            raise _TooLong
        text = line.decode("utf-8", "surrogateescape")
        return text.removeprefix(_BOM) if self.number == 1 else text


def _threads(rows: Iterator[list[str]], names: Sequence[str], text: _Text) -> Iterator[Object]:
    gathered: _Gathered | None = None
    begins, place = text.number + 1, names.index("thread")
    for cells in rows:
        line, begins = begins, text.number + 1
        if not any(cell.strip() for cell in cells):
            continue
        thread = cells[place] if place < len(cells) else ""
        if gathered is None or gathered.head["thread"] != thread:
            yield from () if gathered is None else (gathered.told(),)
            gathered = _Gathered(line=line, head=dict(zip(names, cells, strict=False)) | {"thread": thread})
        if len(cells) == len(names):
            gathered.add(line, dict(zip(names, cells, strict=True)))
        else:
            gathered.spoil(line, Flaw(code="import.cells", params={"expected": len(names)}))
    yield from () if gathered is None else (gathered.told(),)


def _delimiter(first: str) -> str:
    """Spreadsheets of most countries here write semicolons."""
    return ";" if first.count(";") > first.count(",") else ","


def _flaw_of(names: Sequence[str]) -> Flaw | None:
    missing = [name for name in COLUMNS if name not in names]
    unknown = [name for name in names if name not in (*COLUMNS, *FURTHER)]
    if missing:
        return Flaw(code="import.columns_missing", params={"columns": ", ".join(missing)})
    if unknown or len({*names}) < len(names):
        return Flaw(
            code="import.columns_unknown", params={"columns": ", ".join(map(_shown, unknown or names))}
        )
    return None


def _shown(name: str) -> str:
    return name.encode("utf-8", "replace").decode()[:40]
