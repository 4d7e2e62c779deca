"""The blocks that PNG, GIF, WebP and JPEG files consist of, walked by their lengths, nothing decoded."""

import os
from collections.abc import Iterator
from typing import BinaryIO


class NotWhole(Exception):
    """The file ends before its format does, or its blocks make no sense."""


def size_of(content: BinaryIO) -> int:
    """In bytes."""
    return content.seek(0, os.SEEK_END)


def png_chunks(content: BinaryIO) -> Iterator[tuple[bytes, int, int]]:
    """Name, place and size of each chunk up to IEND (ISO/IEC 15948, 5.3). Raises NotWhole."""
    size, place = size_of(content), 8
    while place + 12 <= size:
        length, name = int.from_bytes(_at(content, place, 4)), _at(content, place + 4, 4)
        if place + 12 + length > size:
            break
        yield name, place + 8, length
        if name == b"IEND":
            return
        place += 12 + length
    raise NotWhole


def webp_chunks(content: BinaryIO) -> Iterator[tuple[bytes, int, int]]:
    """Name, place and size of each chunk, as long as RIFF says (RFC 9649, 2.3). Raises NotWhole."""
    end, place = 8 + int.from_bytes(_at(content, 4, 4), "little"), 12
    if end > size_of(content) or end < place + 8:
        raise NotWhole
    while place + 8 <= end:
        name, length = _at(content, place, 4), int.from_bytes(_at(content, place + 4, 4), "little")
        if place + 8 + length > end:
            raise NotWhole
        yield name, place + 8, length
        place += 8 + length + length % 2


def gif_frames(content: BinaryIO, *, most: int) -> int:
    """How many pictures there are up to the trailer (GIF89a, appendix B), at most `most`. Raises NotWhole."""
    flags = _at(content, 10, 1)[0]
    content.seek(13 + _colours(flags))
    frames = 0
    while frames < most:
        block = _read(content, 1)
        if block == b"\x3b":
            return frames
        if block == b"\x2c":
            content.seek(_colours(_read(content, 9)[8]) + 1, os.SEEK_CUR)
            frames += 1
        elif block == b"\x21":
            _read(content, 1)
        else:
            raise NotWhole
        _skip_sub_blocks(content)
    return frames


def jpeg_ends(content: BinaryIO) -> bool:
    """Whether an end mark stands behind the first scan (ITU-T T.81, B.1); one in a preview does not count."""
    size, place = size_of(content), 2
    while place + 4 <= size:
        head = _at(content, place, 4)
        if head[0] != 0xFF:
            return False
        if head[1] == 0xDA:
            return b"\xff\xd9" in _at(content, place, size - place)
        place += 1 if head[1] == 0xFF else 2 + int.from_bytes(head[2:])  # 1: a fill byte
    return False


def _at(content: BinaryIO, place: int, size: int) -> bytes:
    content.seek(place)
    return _read(content, size)


def _read(content: BinaryIO, size: int) -> bytes:
    data = content.read(size)
    if len(data) < size:
        raise NotWhole
    return data


def _colours(flags: int) -> int:
    """Bytes of the table of colours that these flags announce."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _skip_sub_blocks(content: BinaryIO) -> None:
    while length := _read(content, 1)[0]:
        content.seek(length, os.SEEK_CUR)
