"""The export's file: members packed on their way in, each digested."""

from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import IO, Self
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_CHUNK = 1 << 18
_READABLE = 0o644 << 16


class Packing:
    """A .zip in the making, on disk: of any size, in the memory of one chunk. `digests` are (size, SHA-256)
    by path.
    """

    def __init__(self, *, path: Path, made_at: datetime) -> None:
        self._when = made_at.astimezone(UTC).timetuple()[:6]
        self._zip = ZipFile(path, "w", ZIP_DEFLATED)
        self.digests: dict[str, tuple[int, str]] = {}

    def add(self, *, path: str, content: bytes) -> None:
        """One more member."""
        self.add_stream(path=path, stream=BytesIO(content))

    def add_file(self, *, path: str, file: Path) -> None:
        """One more member, from disk."""
        with file.open("rb") as stream:
            self.add_stream(path=path, stream=stream)

    def add_stream(self, *, path: str, stream: IO[bytes]) -> None:
        """One more member, read a piece at a time."""
        self._add(path, iter(lambda: stream.read(_CHUNK), b""))

    def _add(self, path: str, chunks: Iterable[bytes]) -> None:
        member = ZipInfo(path, date_time=self._when)
        member.external_attr, member.create_system, member.compress_type = _READABLE, 3, ZIP_DEFLATED
        digest, size = sha256(), 0
        with self._zip.open(member, "w", force_zip64=True) as into:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                into.write(chunk)
        self.digests[path] = (size, digest.hexdigest())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()
