"""Whether a file ends as its format says: an upload or a download that broke off does not."""

from collections import deque
from typing import BinaryIO

from helpdesk.attachments.rules.blocks import (
    NotWhole,
    gif_frames,
    jpeg_ends,
    png_chunks,
    size_of,
    webp_chunks,
)
from helpdesk.attachments.terms import MAX_FRAMES, Type

_TAIL = 2048  # bytes: PDF readers look for the end mark in the last 1024, and some programs append their own


def is_whole(*, media: Type, content: BinaryIO) -> bool:
    """Whether the end of the format is there; what may follow it (motion photos, signatures) is let be."""
    try:
        return _ends(media, content)
    except NotWhole:
        return False


def _ends(media: Type, content: BinaryIO) -> bool:
    match media:
        case Type.PNG:
            deque(png_chunks(content), maxlen=0)
        case Type.WEBP:
            deque(webp_chunks(content), maxlen=0)
        case Type.GIF:
            return gif_frames(content, most=MAX_FRAMES + 1) > 0
        case Type.JPEG:
            return jpeg_ends(content)
        case Type.PDF:
            content.seek(max(0, size_of(content) - _TAIL))
            return b"%%EOF" in content.read()
        case Type.TEXT:
            pass
    return True
