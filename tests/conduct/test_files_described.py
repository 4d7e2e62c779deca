"""What stands in metadata and documents, and what of it is for people."""

import struct
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, PngImagePlugin
from pypdf import PdfWriter

from helpdesk.attachments.terms import MAX_PAGES, OCR, Gap, Texts, Type, Where
from tests.attachments.made import chunk, picture
from tests.conduct.drawn import code, document, written
from tests.conduct.reads import Read, reader, texts, words

QR = "https://wa.me/48661941348"


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """By way of a file of this test's own."""
    return reader(tmp_path / "file")


def test_exif(read: Read) -> None:
    exif = Image.Exif()
    exif[0x010E], exif[0x013B] = "write to max@example.com", "Max +48 601 234 567"
    exif[0x9C9C] = "Zażółć 601".encode("utf-16-le")
    exif[0x0131], exif[0x010F] = "Pixel HDR+ 1.0.540104767zd", "Kamera"  # of programs, for programs
    exif.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0call 0161 496 0000"
    found = texts(read(picture("JPEG", exif=exif.tobytes()), Type.JPEG, ocr=OCR.NONE), Where.METADATA)
    assert {*found} == {
        "write to max@example.com",
        "Max +48 601 234 567",
        "Zażółć 601",
        "call 0161 496 0000",
    }


def test_user_comments_in_unicode_of_either_order(read: Read) -> None:
    for coding in ("utf-16-le", "utf-16-be"):
        exif = Image.Exif()
        exif.get_ifd(0x8769)[0x9286] = b"UNICODE\0" + "call me".encode(coding)
        assert texts(read(picture("JPEG", exif=exif.tobytes()), Type.JPEG), Where.METADATA) == ["call me"]


XMP = b"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Adobe XMP Core 5.6-c140 79.160451">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="uuid:0601234567" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 photoshop:Headline="www.shop.example" photoshop:ICCProfile="sRGB IEC61966-2.1"
 xmpMM:DocumentID="xmp.did:0123456789">
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Ring 601 234 567</rdf:li></rdf:Alt></dc:description>
<dc:format>image/jpeg</dc:format></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def test_xmp_without_the_bookkeeping_of_programs(read: Read) -> None:
    for kind, media in (("JPEG", Type.JPEG), ("WEBP", Type.WEBP)):
        found = texts(read(picture(kind, xmp=XMP), media, ocr=OCR.NONE), Where.METADATA)
        assert {*found} == {"www.shop.example", "Ring 601 234 567"}


def test_xmp_that_is_none_says_nothing(read: Read) -> None:
    assert read(picture("WEBP", xmp=b"<x:xmpmeta"), Type.WEBP) == Texts()


def test_iptc_and_comments(read: Read) -> None:
    caption = b"call 0161 496 0000"
    dataset = b"\x1c\x02\x78" + struct.pack(">H", len(caption)) + caption
    block = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(dataset)) + dataset
    segment = b"\xff\xed" + struct.pack(">H", len(block) + 2) + block
    plain = picture("JPEG", comment=b"see shop.example")
    found = texts(read(plain[:2] + segment + plain[2:], Type.JPEG, ocr=OCR.NONE), Where.METADATA)
    assert {*found} == {"call 0161 496 0000", "see shop.example"}


def test_texts_of_a_png_also_behind_the_pixels(read: Read) -> None:
    said = PngImagePlugin.PngInfo()
    said.add_text("Comment", "max@example.com")
    said.add_itxt("Title", "zażółć")
    said.add_text("Software", "GIMP 2.10.30")
    content = picture("PNG", pnginfo=said)
    late = chunk(b"tEXt", b"Author\0Max 601 234 567")
    found = texts(read(content[:-12] + late + content[-12:], ocr=OCR.NONE), Where.METADATA)
    assert {*found} == {"Comment: max@example.com", "Title: zażółć", "Author: Max 601 234 567"}


def test_text_links_notes_and_metadata_of_a_document(read: Read) -> None:
    found = read(
        document(
            '#set document(title: "Offer of shop.example", author: "Max")\n'
            'Ring +48 601 234 567 or #link("https://shop.example/x")[here].'
        ),
        Type.PDF,
    )
    assert "Ring +48 601 234 567 or here." in texts(found, Where.DOCUMENT)
    assert "https://shop.example/x" in texts(found, Where.DOCUMENT)
    assert {"Offer of shop.example", "Max"} <= {*texts(found, Where.METADATA)}
    assert not found.gaps


def test_pictures_of_a_document_are_looked_at_as_they_are_shown(read: Read, tmp_path: Path) -> None:
    source = '#image("shot.png", width: 9cm)\n#image("code.png", width: 3cm)'
    shown = {"shot": written("Call me 07700 900123", size=40), "code": code(QR)}
    found = read(document(source, tmp_path, **shown), Type.PDF)
    assert "07700 900123" in words(found)
    assert texts(found, Where.CODE) == [QR]


def test_codes_that_are_drawn_as_lines_in_a_document(read: Read, tmp_path: Path) -> None:
    drawing = zxingcpp.create_barcode(QR, zxingcpp.BarcodeFormat.QRCode).to_svg(scale=4)
    (tmp_path / "code.svg").write_text(drawing)
    found = read(document('Return label, shipment 12\n#image("code.svg", width: 4cm)', tmp_path), Type.PDF)
    assert texts(found, Where.CODE) == [QR]


def test_a_document_with_too_many_pictures_is_read_in_part(read: Read, tmp_path: Path) -> None:
    source = "\n#pagebreak()\n".join(['#image("a.png", width: 1cm)'] * (MAX_PAGES + 1))
    found = read(document(source, tmp_path, a=code(QR)), Type.PDF, ocr=OCR.NONE)
    assert found.gaps == {Gap.PAGES}


def test_a_locked_document_is_a_gap(read: Read) -> None:
    writer = PdfWriter(clone_from=BytesIO(document("Ring 601 234 567")))
    writer.encrypt("secret", algorithm="AES-256")
    locked = BytesIO()
    writer.write(locked)
    assert read(locked.getvalue(), Type.PDF) == Texts(gaps=frozenset({Gap.LOCKED}))


def test_files_in_a_document_are_a_gap(read: Read) -> None:
    writer = PdfWriter(clone_from=BytesIO(document("See the file")))
    writer.add_attachment("call-601234567.txt", b"Ring 601 234 567")
    whole = BytesIO()
    writer.write(whole)
    found = read(whole.getvalue(), Type.PDF)
    assert found.gaps == {Gap.ENCLOSED}
    assert "call-601234567.txt" in texts(found, Where.METADATA)


def test_a_document_that_makes_no_sense_is_a_gap(read: Read) -> None:
    assert read(b"%PDF-1.7\nnothing\n%%EOF", Type.PDF).gaps == {Gap.BROKEN}
