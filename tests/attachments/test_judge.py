"""Judge: what a file is, by its content; what it may not be is refused before anything is stored."""

import struct
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.attachments.rules import judge
from helpdesk.attachments.terms import MAX_FRAMES, Type
from helpdesk.kernel.refusal import Refused
from tests.attachments.made import animation, chunk, flood, glass, pdf, photo, picture

MP4 = b"\x00\x00\x00\x18ftypmp42" + bytes(64)
HEIC = b"\x00\x00\x00\x18ftypheic" + bytes(64)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ZIP = b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + bytes(80)


def type_of(content: bytes, name: str = "file") -> Type:
    return judge(name=name, content=BytesIO(content)).type


def refusal_of(content: bytes, name: str = "file") -> str:
    with pytest.raises(Refused) as refusal:
        judge(name=name, content=BytesIO(content))
    return refusal.value.code


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (picture("PNG"), Type.PNG),
        (picture("PNG", mode="P"), Type.PNG),
        (picture("JPEG"), Type.JPEG),
        (picture("JPEG", progressive=True), Type.JPEG),
        (photo(), Type.JPEG),
        (photo() + b"\x00\x00\x00\x18ftypmp42" + bytes(500), Type.JPEG),  # a moving photo
        (picture("WEBP"), Type.WEBP),
        (picture("WEBP", lossless=True), Type.WEBP),
        (glass(), Type.WEBP),
        (picture("GIF"), Type.GIF),
        (animation(3), Type.GIF),
        (pdf(), Type.PDF),
        (b"Order A-1001\n\tGasket, 8 mm\r\n", Type.TEXT),
        ("Uszczelka — 8 mm, größer, ½".encode(), Type.TEXT),
        (b"\xef\xbb\xbfWith a mark", Type.TEXT),
        (b"a < b and b > c", Type.TEXT),
    ],
)
def test_what_may_be_attached(content: bytes, expected: Type) -> None:
    assert type_of(content) is expected


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"  \n<!DOCTYPE html><script>alert(1)</script>",
        b"\xef\xbb\xbf<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a/>",
        b"<HTML><body>",
        b"#!/bin/sh\nrm -rf /\n",
        b"{\\rtf1 hello}",
        b"MZ" + bytes(200),
        b"\x7fELF" + bytes(200),
        ZIP,
        OLE,
        MP4,
        b"Rar!\x1a\x07\x00" + bytes(60),
        b"7z\xbc\xaf\x27\x1c" + bytes(60),
        b"BM" + bytes(60),
        b"text\x00with a hole",
        b"caf\xe9 in Latin-1",
        "half \ud800".encode("utf-8", "surrogatepass"),
        b"\x1b[2Ja terminal's command",
        b"\x00",
        b" %PDF-1.7 too late \x01",
    ],
)
def test_what_may_not(content: bytes) -> None:
    assert refusal_of(content) == "file.type"


def test_a_telephones_own_format_has_words_of_its_own() -> None:
    assert refusal_of(HEIC, "IMG_0001.HEIC") == "file.heic"


def test_nothing_is_no_file() -> None:
    assert refusal_of(b"") == "file.empty"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (pdf(), "invoice.pdf.exe"),
        (picture("JPEG"), "a.png"),
        (picture("GIF") + b"<script>alert(1)</script>", "a.html"),
        (b"just words", "a.csv"),
        (b"just words", "a.svg"),
        (pdf(), "invoice\u202efdp.exe"),
    ],
)
def test_a_name_that_says_something_else_is_refused(content: bytes, name: str) -> None:
    assert refusal_of(content, name) == "file.extension"


@pytest.mark.parametrize(
    "content",
    [picture("PNG"), picture("JPEG", size=(600, 400)), picture("GIF"), picture("WEBP"), animation(3), pdf()],
)
def test_what_broke_off_is_refused(content: bytes) -> None:
    for cut in (len(content) // 2, len(content) - 3):
        assert refusal_of(content[:cut]) == "file.damaged"


def test_an_end_mark_in_a_preview_is_no_end() -> None:
    """The metadata of a photo may hold a whole small JPEG."""
    small = picture("JPEG", size=(20, 20))
    whole = picture("JPEG", size=(600, 400), exif=b"Exif\x00\x00" + small)
    assert type_of(whole) is Type.JPEG
    assert refusal_of(whole[: len(whole) // 2]) == "file.damaged"


@pytest.mark.parametrize(("width", "height"), [(8000, 8000), (25_000, 2)])
def test_a_flood_of_pixels_is_refused_unseen(width: int, height: int) -> None:
    """Only the header is read: the test would take minutes, and gigabytes, if it were decoded."""
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    content = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"x") + chunk(b"IEND", b"")
    assert refusal_of(content) == "file.pixels"


def test_the_claims_of_other_formats_are_read_too() -> None:
    gif = bytearray(picture("GIF"))
    gif[6:10] = struct.pack("<HH", 60_000, 60_000)
    assert refusal_of(bytes(gif)) == "file.pixels"
    webp = bytearray(glass())
    assert webp[12:16] == b"VP8X"
    webp[24:30] = (16_000).to_bytes(3, "little") + (16_000).to_bytes(3, "little")
    assert refusal_of(bytes(webp)) == "file.pixels"


def test_as_many_pixels_as_are_allowed_pass() -> None:
    assert type_of(flood(8000, 5000)) is Type.PNG


def test_too_long_an_animation_is_refused() -> None:
    assert type_of(animation(MAX_FRAMES)) is Type.GIF
    assert refusal_of(animation(MAX_FRAMES + 1)) == "file.frames"


@given(
    st.binary(max_size=300), st.sampled_from([b"", b"GIF89a", b"\xff\xd8\xff", b"RIFF\x40\x00\x00\x00WEBP"])
)
@settings(deadline=None)
def test_any_bytes_are_judged_or_refused(content: bytes, start: bytes) -> None:
    with suppress(Refused):
        assert judge(name="a", content=BytesIO(start + content)).type in Type


@given(st.data())
@settings(deadline=None)
def test_any_damage_is_judged_or_refused(data: st.DataObject) -> None:
    """Some bytes of a real file are others."""
    content = bytearray(data.draw(st.sampled_from([picture("PNG"), photo(), glass(), animation(2)])))
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=6)):
        content[place] = data.draw(st.integers(0, 255))
    with suppress(Refused):
        assert judge(name="a", content=BytesIO(bytes(content))).type in Type
