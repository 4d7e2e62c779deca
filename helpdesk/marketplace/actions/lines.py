"""Lines of a stream of any size: none is held that is longer than a record may be."""

import hashlib
from collections.abc import Iterable, Iterator
from io import IOBase

from helpdesk.marketplace.rules.reading import MAX_LINE

_BOM = b"\xef\xbb\xbf"


class Lines:
    """Lines of a stream, or given ones, with their numbers from 1, and the digest of all that was read."""

    def __init__(self, source: IOBase | Iterable[bytes]) -> None:
        self._source, self._sha256 = source, hashlib.sha256()

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        """Each line without its end. One that is too long is cut, and still too long."""
        for number, line in enumerate(self._lines(), start=1):
            text = line.removeprefix(_BOM) if number == 1 else line
            yield number, text.strip() if len(text) <= MAX_LINE else text

    @property
    def digest(self) -> str:
        """SHA-256 in hexadecimal."""
        return self._sha256.hexdigest()

    def _lines(self) -> Iterator[bytes]:
        if isinstance(self._source, IOBase):
            return self._read(self._source)
        return self._given(self._source)

    def _given(self, lines: Iterable[bytes]) -> Iterator[bytes]:
        for line in lines:
            self._sha256.update(line)
            yield line

    def _read(self, stream: IOBase) -> Iterator[bytes]:
        while line := self._piece(stream):
            yield line
            while len(line) > MAX_LINE and not line.endswith(b"\n"):
                line = self._piece(stream)

    def _piece(self, stream: IOBase) -> bytes:
        piece: bytes = stream.readline(MAX_LINE + 1)
        self._sha256.update(piece)
        return piece
