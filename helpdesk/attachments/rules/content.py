"""What a file is, by its content: the name and what the sender's machine says of it prove nothing.

Cheap and bounded: headers are read, nothing is decoded. Whether an image can be drawn, the examination finds.
"""

import codecs
import re
from typing import BinaryIO

from helpdesk.attachments.rules.endings import is_whole
from helpdesk.attachments.rules.names import cleaned, fitting
from helpdesk.attachments.rules.pictures import check_picture
from helpdesk.attachments.terms import EXTENSIONS, Judged, Type
from helpdesk.kernel.refusal import Refused

_HEAD = 4096  # bytes that tell a type
_STEP = 1 << 16
_STARTS: tuple[tuple[bytes, Type], ...] = (
    (b"\xff\xd8\xff", Type.JPEG),
    (b"\x89PNG\r\n\x1a\n", Type.PNG),
    (b"GIF87a", Type.GIF),
    (b"GIF89a", Type.GIF),
    (b"%PDF-", Type.PDF),
)
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_MARKUP = (b"<!", b"<?", b"<html", b"<svg", b"<head", b"<body", b"<script", b"<math", b"#!", b"%!", b"{\\rtf")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff]")  # tab, line and page breaks are text


def judge(*, name: str, content: BinaryIO) -> Judged:
    """The type, and the name as it will be shown. Raises Refused: not among the allowed types (`file.type`,
    `file.heic`), a name that says otherwise (`file.extension`), cut off or broken (`file.damaged`), too many
    pixels or frames (`file.pixels`, `file.frames`), or nothing in it (`file.empty`).
    """
    head = _read(content, _HEAD)
    if not head:
        raise Refused("file.empty", field="file")
    name = cleaned(name)
    media = _type_of(head, content)
    if media is None:
        raise Refused("file.heic" if _is_heic(head) else "file.type", field="file", name=name)
    said = fitting(name, media)
    if said is None:
        raise Refused("file.extension", field="file", name=name, fitting=EXTENSIONS[media][0])
    if not is_whole(media=media, content=content):
        raise Refused("file.damaged", field="file", name=said)
    if media.is_image:
        check_picture(media=media, content=content, name=said)
    return Judged(type=media, name=said)


def _read(content: BinaryIO, size: int) -> bytes:
    content.seek(0)
    return content.read(size)


def _type_of(head: bytes, content: BinaryIO) -> Type | None:
    for start, media in _STARTS:
        if head.startswith(start):
            return media
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Type.WEBP
    return Type.TEXT if _is_text(head, content) else None


def _is_heic(head: bytes) -> bool:
    return head[4:8] == b"ftyp" and head[8:12] in _HEIC


def _is_text(head: bytes, content: BinaryIO) -> bool:
    """UTF-8 without controls that begins neither as markup nor as a program for some interpreter."""
    start = head.removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if start.startswith(_MARKUP):
        return False
    decoder = codecs.getincrementaldecoder("utf-8")()
    content.seek(0)
    try:
        while block := content.read(_STEP):
            if _CONTROL.search(decoder.decode(block)):
                return False
        return not _CONTROL.search(decoder.decode(b"", final=True))
    except UnicodeDecodeError:
        return False
