"""Where the lines come from: a file or standard input, as it is or packed by gzip."""

import gzip
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader, IOBase
from pathlib import Path
from typing import BinaryIO

from helpdesk.console.embedded.trouble import Trouble

_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A stream of lines; `size` in bytes where it is known, of which `read` have been read."""

    lines: IOBase
    size: int | None
    read: Callable[[], int]


@contextmanager
def opened(file: Path) -> Iterator[Source]:
    """The file, or standard input for `-`. Raises Trouble."""
    try:
        if str(file) == "-":
            yield _source(sys.stdin.buffer, size=None, read=lambda: 0)
            return
        with file.open("rb") as raw:
            size = file.stat().st_size if file.is_file() else None
            yield _source(raw, size=size, read=raw.tell)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise Trouble(f"{file} is not whole, so nothing was taken in: {error}.") from None
    except OSError as error:
        raise Trouble(f"Cannot read {file}: {error.strerror or error}.") from None


def _source(raw: BinaryIO, *, size: int | None, read: Callable[[], int]) -> Source:
    assert isinstance(raw, BufferedReader)
    packed = raw.peek(len(_GZIP))[: len(_GZIP)] == _GZIP
    return Source(lines=gzip.GzipFile(fileobj=raw) if packed else raw, size=size, read=read)
