"""What people write into a picture's metadata: EXIF, XMP, IPTC, comments, texts of a PNG.

Only what describes: cameras and programs write numbers, versions and addresses of their own in dozens, and no
page shows them. Dates, places, camera and program are let be.
"""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

from PIL import ExifTags, Image, IptcImagePlugin

_EXIF = {
    ExifTags.Base.DocumentName: "",
    ExifTags.Base.ImageDescription: "",
    ExifTags.Base.PageName: "",
    ExifTags.Base.Artist: "",
    ExifTags.Base.Copyright: "",
    ExifTags.Base.CameraOwnerName: "",
    ExifTags.Base.UserComment: "",
    ExifTags.Base.XPTitle: "utf-16-le",
    ExifTags.Base.XPComment: "utf-16-le",
    ExifTags.Base.XPAuthor: "utf-16-le",
    ExifTags.Base.XPKeywords: "utf-16-le",
    ExifTags.Base.XPSubject: "utf-16-le",
}
_CODES = {b"ASCII\0\0\0": "ascii", b"UNICODE\0": "utf-16", b"JIS\0\0\0\0\0": "iso2022_jp", bytes(8): "utf-8"}
"""How a UserComment says what it is written in (Exif 3.0, 4.6.6)."""

_IPTC = {(2, number) for number in (5, 25, 40, 80, 85, 90, 92, 95, 101, 105, 110, 115, 116, 118, 120, 122)}
"""Datasets of the application record: title, keywords, instructions, by-line, credit, contact, caption."""

_DESCRIBES = (
    "http://purl.org/dc/elements/1.1/",
    "http://ns.adobe.com/photoshop/1.0/",
    "http://ns.adobe.com/xap/1.0/rights/",
    "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "http://ns.adobe.com/pdf/1.3/",
)
_BOOKKEEPING = {
    "ICCProfile",
    "ColorMode",
    "DateCreated",
    "format",
    "date",
    "language",
    "PDFVersion",
    "Producer",
    "History",
}
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_PROGRAMS = re.compile(
    r"(?i)software|date|time|raw profile|xmp|exif|icc|gamma|srgb|version|signature|thumb::"
)
"""Keys of texts in a PNG that programs write for programs."""


def metadata_of(*, picture: Image.Image) -> list[str]:
    """What describes an opened picture, one text a field. Loads it: PNG has texts behind its pixels."""
    picture.load()
    found = (*_exif(picture), *_xmp(picture), *_iptc(picture), *_comments(picture))
    return [*dict.fromkeys(text for text in (said.strip("\0 \n") for said in found) if text)]


def described_in(*, packet: bytes) -> list[str]:
    """What describes in an XMP packet; nothing where it is none. Entities that multiply are for expat to
    refuse, and for the limits of the process.
    """
    start, end = packet.find(b"<"), packet.rfind(b">")
    try:
        root = ET.fromstring(packet[start : end + 1].decode("utf-8", "replace"))  # noqa: S314 - see above
    except ET.ParseError:
        return []
    return [text.strip() for text in _described(root, inside=False) if text.strip()]


def _described(element: ET.Element, *, inside: bool) -> Iterator[str]:
    """Texts and attributes of what describes, and of lists within it."""
    inside = _describes(element.tag) or (inside and element.tag.startswith(_RDF))
    if inside and element.text:
        yield element.text
    yield from (value for name, value in element.attrib.items() if _describes(name))
    for child in element:
        yield from _described(child, inside=inside)


def _describes(tag: str) -> bool:
    space, _, name = tag.removeprefix("{").partition("}")
    return space in _DESCRIBES and name not in _BOOKKEEPING


def _exif(picture: Image.Image) -> Iterator[str]:
    exif = picture.getexif()
    for part in (exif, exif.get_ifd(ExifTags.IFD.Exif)):
        for tag, coding in _EXIF.items():
            if (value := part.get(tag)) is not None:
                yield _decoded(value, coding)


def _decoded(value: Any, coding: str) -> str:
    if isinstance(value, tuple):  # bytes that were read as numbers
        value = bytes(part for part in value if isinstance(part, int) and 0 <= part < 256)
    if not isinstance(value, bytes):
        return str(value)
    if not coding and value[:8] in _CODES:
        coding, value = _CODES[value[:8]], value[8:]
    if coding == "utf-16":  # as the file has it, whose order of bytes is not known any more
        coding = "utf-16-be" if value[:1] == b"\0" else "utf-16-le"
    return bytes(value).decode(coding or "utf-8", "replace")


def _xmp(picture: Image.Image) -> list[str]:
    packet = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    return described_in(packet=packet.encode() if isinstance(packet, str) else packet)


def _iptc(picture: Image.Image) -> Iterator[str]:
    try:
        fields = IptcImagePlugin.getiptcinfo(picture) or {}  # type: ignore[arg-type]
    except (SyntaxError, ValueError, TypeError):
        return
    for key in _IPTC & fields.keys():
        values = fields[key]
        for value in values if isinstance(values, list) else [values]:
            yield value.decode("utf-8", "replace")


def _comments(picture: Image.Image) -> Iterator[str]:
    comment = picture.info.get("comment")
    if comment:
        yield comment.decode("utf-8", "replace") if isinstance(comment, bytes) else str(comment)
    for key, text in getattr(picture, "text", {}).items():
        if not _PROGRAMS.search(key):
            yield f"{key}: {text}"
