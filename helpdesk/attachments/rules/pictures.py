"""How large a picture is, from its header alone: what would burst when it is decoded is never decoded."""

import struct
import warnings
from collections.abc import Callable
from itertools import islice
from typing import BinaryIO, cast

from PIL import Image, UnidentifiedImageError

from helpdesk.attachments.rules.blocks import NotWhole, gif_frames, png_chunks, webp_chunks
from helpdesk.attachments.terms import MAX_FRAMES, MAX_PIXELS, MAX_SIDE, MB, Type
from helpdesk.kernel.refusal import Refused

FORMATS = {Type.JPEG: "JPEG", Type.PNG: "PNG", Type.GIF: "GIF", Type.WEBP: "WEBP"}
_MILLION = MB
_BROKEN = (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, TypeError, struct.error)


def check_picture(*, media: Type, content: BinaryIO, name: str) -> None:
    """Raises Refused: `file.damaged` where the header makes no sense, `file.pixels`, `file.frames`."""
    try:
        width, height = _webp_size(content) if media is Type.WEBP else _size(media, content)
        frames = _FRAMES[media](content)
    except (*_BROKEN, NotWhole) as error:
        raise Refused("file.damaged", field="file", name=name) from error
    except Image.DecompressionBombError:
        width = height = MAX_SIDE + 1
        frames = 1
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
        raise Refused("file.pixels", field="file", name=name, limit=MAX_PIXELS // _MILLION)
    if frames > MAX_FRAMES:
        raise Refused("file.frames", field="file", name=name, limit=MAX_FRAMES)


def _size(media: Type, content: BinaryIO) -> tuple[int, int]:
    content.seek(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of metadata that nobody reads, and of a limit that is our own here
        with Image.open(cast("BinaryIO", _Lent(content)), formats=[FORMATS[media]]) as picture:
            return picture.size


def _webp_size(content: BinaryIO) -> tuple[int, int]:
    """Read by hand (RFC 9649): the library would take memory for the whole canvas first."""
    name, place, size = next(webp_chunks(content))
    content.seek(place)
    head = content.read(min(size, 10))
    if name == b"VP8X":
        return 1 + int.from_bytes(head[4:7], "little"), 1 + int.from_bytes(head[7:10], "little")
    if name == b"VP8L" and head[:1] == b"\x2f":
        bits = int.from_bytes(head[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if name == b"VP8 " and head[3:6] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", head[6:10])
        return width & 0x3FFF, height & 0x3FFF
    raise NotWhole


def _webp_frames(content: BinaryIO) -> int:
    found = (name for name, _, _ in webp_chunks(content) if name == b"ANMF")
    return len([*islice(found, MAX_FRAMES + 1)])


def _png_frames(content: BinaryIO) -> int:
    found = (name for name, _, _ in png_chunks(content) if name == b"fcTL")
    return len([*islice(found, MAX_FRAMES + 1)])


def _gif_frames(content: BinaryIO) -> int:
    return gif_frames(content, most=MAX_FRAMES + 1)


_FRAMES: dict[Type, Callable[[BinaryIO], int]] = {
    Type.JPEG: lambda _: 1,
    Type.PNG: _png_frames,
    Type.GIF: _gif_frames,
    Type.WEBP: _webp_frames,
}


class _Lent:
    """A file that is not closed by whoever looks at it."""

    def __init__(self, content: BinaryIO) -> None:
        self.read, self.seek, self.tell = content.read, content.seek, content.tell
