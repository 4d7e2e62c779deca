"""The package's file: members stored as they are, streamed, each digested on its way in."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import IO, Self
from zipfile import ZIP_STORED, ZipFile, ZipInfo

_IN_MEMORY = 4_000_000  # bytes; a larger package lies in a file without a name until it is sent
_CHUNK = 1 << 18
_READABLE = 0o644 << 16


class Packing:
    """A .zip in the making. Nothing is compressed: a page without libraries can read it, and digests show
    what lies there.
    """

    def __init__(self, *, made_at: datetime) -> None:
        self._when = made_at.astimezone(UTC).timetuple()[:6]
        self.file: IO[bytes] = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - handed on
        self._zip = ZipFile(self.file, "w", ZIP_STORED)
        self.digests: dict[str, tuple[int, str]] = {}

    def add(self, *, path: str, chunks: Iterable[bytes]) -> None:
        """One more member, of any size."""
        member = ZipInfo(path, date_time=self._when)
        member.external_attr, member.create_system = _READABLE, 3
        digest, size = sha256(), 0
        with self._zip.open(member, "w", force_zip64=False) as into:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                into.write(chunk)
        self.digests[path] = (size, digest.hexdigest())

    def add_stream(self, *, path: str, stream: IO[bytes]) -> None:
        """One more member, read a piece at a time."""
        self.add(path=path, chunks=iter(lambda: stream.read(_CHUNK), b""))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """The directory is written, and the file stands at its start; after an error nothing is left."""
        if kind is not None:
            with suppress(OSError, ValueError):  # a full disk, a member that broke off: it goes anyway
                self._zip.close()
            self.file.close()
            return
        self._zip.close()
        self.size = self.file.tell()
        self.file.seek(0)
        if self.size <= _IN_MEMORY:  # nothing to be closed by whoever forgets to
            with self.file as spooled:
                self.file = BytesIO(spooled.read())
