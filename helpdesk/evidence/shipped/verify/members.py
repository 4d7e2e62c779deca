"""The package as files: a .zip whose members are stored as they are, or the folder it was unpacked into."""

from __future__ import annotations

import abc
import re
import struct
from pathlib import Path
from typing import BinaryIO, Iterator

from helpdesk.evidence.shipped.verify.reporting import CHUNK, MAX_TEXT, Unreadable

_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9 ._()+,=@&'!~\[\]{}#%$-]*")
_LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", "__MACOSX"})  # left in folders by systems
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


def _check_name(name: str) -> str:
    """One folder deep at most, so that no name leads outside."""
    parts = name.split("/")
    if len(name) > 255 or len(parts) > 2 or not all(_NAME.fullmatch(part) for part in parts):
        raise Unreadable("member.path", name[:120])
    return name


class Source(abc.ABC):
    """Members by name: size in bytes, and CRC-32 where one is stated."""

    def __init__(self) -> None:
        self.sizes: dict[str, int] = {}
        self.crcs: dict[str, int] = {}

    def __enter__(self) -> Source:
        return self

    def __exit__(self, *_: object) -> None:  # noqa: B027 - a folder has nothing to close
        """Nothing is open."""

    @abc.abstractmethod
    def chunks(self, name: str) -> Iterator[bytes]:
        """The member's bytes."""

    def read(self, name: str) -> bytes:
        """The member, whole."""
        if self.sizes[name] > MAX_TEXT:
            raise Unreadable("member.form", name, "size")
        return b"".join(self.chunks(name))


class _Folder(Source):
    def __init__(self, root: Path) -> None:
        super().__init__()
        self._root = root
        for path in [*root.iterdir(), *(inner for folder in root.iterdir() for inner in _inside(folder))]:
            name = path.relative_to(root).as_posix()
            if _LITTER & set(name.split("/")) or (path.is_dir() and not path.is_symlink()):
                continue
            if path.is_symlink() or not path.is_file():
                raise Unreadable("member.path", name[:120])
            self.sizes[_check_name(name)] = path.stat().st_size

    def chunks(self, name: str) -> Iterator[bytes]:
        with (self._root / name).open("rb") as file:
            yield from iter(lambda: file.read(CHUNK), b"")


def _inside(folder: Path) -> list[Path]:
    """What lies in the folder and in those below it; links are not followed."""
    if folder.is_symlink() or not folder.is_dir():
        return []
    return [found for path in folder.iterdir() for found in (path, *_inside(path))]


class _Zip(Source):
    """Every byte of the file belongs to a member or to a header that cannot be otherwise."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file = file
        self._starts: dict[str, int] = {}
        self._total = file.seek(0, 2)
        count, size, offset = self._end()
        directory, at, place = self._at(offset, size), 0, 0
        shared: set[tuple[int, ...]] = set()
        for _ in range(count):
            at, place = self._member(directory, at, place, shared)
        if at != size or place != offset or len(shared) > 1:
            raise Unreadable("package.zip", detail="directory")

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def _at(self, offset: int, size: int) -> bytes:
        self._file.seek(offset)
        data = self._file.read(size)
        if len(data) != size:
            raise Unreadable("package.zip", detail="truncated")
        return data

    def _end(self) -> tuple[int, int, int]:
        if self._total < _END.size:
            raise Unreadable("package.zip", detail="truncated")
        mark, disk, first, here, count, size, offset, comment = _END.unpack(
            self._at(self._total - _END.size, _END.size)
        )
        if mark != b"PK\x05\x06" or (disk, first, comment) != (0, 0, 0) or here != count:
            raise Unreadable("package.zip", detail="end")
        if offset + size != self._total - _END.size:
            raise Unreadable("package.zip", detail="directory")
        return count, size, offset

    def _member(self, directory: bytes, at: int, place: int, shared: set[tuple[int, ...]]) -> tuple[int, int]:
        """The places behind this member, in the directory and in the file."""
        if len(directory) - at < _CENTRAL.size:
            raise Unreadable("package.zip", detail="directory")
        mark, *fields = _CENTRAL.unpack_from(directory, at)
        made, needed, flags, method, time, date, crc, packed, size, length, *rest = fields
        extra, comment, disk, inner, outer, offset = rest
        at += _CENTRAL.size
        raw = directory[at : at + length]
        if mark != b"PK\x01\x02" or len(raw) != length or offset != place:
            raise Unreadable("package.zip", detail="directory")
        if method or packed != size or flags & ~0x800 or (extra, comment, disk, inner) != (0, 0, 0, 0):
            raise Unreadable("package.zip", detail="not stored")
        local = _LOCAL.pack(b"PK\x03\x04", needed, flags, method, time, date, crc, packed, size, length, 0)
        if self._at(place, _LOCAL.size + length) != local + raw:
            raise Unreadable("package.zip", detail="header")
        shared.add((made, needed, flags, outer))
        start = place + _LOCAL.size + length
        if start + size > self._total:
            raise Unreadable("package.zip", detail="truncated")
        self._take(raw, start, size, crc)
        return at + length, start + size

    def _take(self, raw: bytes, start: int, size: int, crc: int) -> None:
        name = _check_name(raw.decode("latin-1"))
        if name in self.sizes:
            raise Unreadable("member.duplicate", name)
        self.sizes[name], self.crcs[name], self._starts[name] = size, crc, start

    def chunks(self, name: str) -> Iterator[bytes]:
        at, left = self._starts[name], self.sizes[name]
        while left:
            data = self._at(at, min(left, CHUNK))
            at, left = at + len(data), left - len(data)
            yield data


def opened(path: Path) -> Source:
    if path.is_dir():
        return _Folder(path)
    file = path.open("rb")
    try:
        return _Zip(file)
    except Unreadable:
        file.close()
        raise
