"""Words and codes in pictures; and what is said to be unread."""

from pathlib import Path

import pytest
from PIL import Image, ImageOps

from helpdesk.attachments.terms import MAX_PAGES, OCR, Gap, Texts, Type, Where
from tests.attachments.made import picture
from tests.conduct.drawn import beside, code, stored, written
from tests.conduct.reads import Read, reader, texts, words

QR = "https://wa.me/48661941348"


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """By way of a file of this test's own."""
    return reader(tmp_path / "file")


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        (written("Tel. 885 386 402"), "885 386 402"),
        (written("kowalski@example.com", size=11), "kowalski@example.com"),
        (written("Call me 07700 900123", ink="white", ground="black"), "07700 900123"),
        (written("Call me 07700 900123", ink="#c22", ground="#eee"), "07700 900123"),
        (written("Call me 07700 900123", ink="#d00000", ground="#006000", size=30), "07700 900123"),
        (written("Call me 07700 900123\nshop@mail.example", turned=15), "shop@mail.example"),
        (written("Call me 07700 900123\nshop@mail.example", turned=90), "shop@mail.example"),
        (written("Call me 07700 900123\nshop@mail.example", turned=180), "shop@mail.example"),
        (written("Call me 07700 900123\nshop@mail.example", turned=270), "shop@mail.example"),
        (written("07700 900123", size=120), "07700 900123"),
    ],
)
def test_words_in_a_picture(read: Read, image: Image.Image, expected: str) -> None:
    found = read(stored(image))
    assert expected in words(found)
    assert not found.gaps


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("pl", "Proszę zadzwonić jutro"),
        ("de", "Grüße aus Köln, schöne Straße"),
        ("fr", "Écrivez-moi après Noël"),
        ("it", "Perché non è già così"),
    ],
)
def test_words_in_the_language_of_the_market(read: Read, language: str, sentence: str) -> None:
    assert sentence in words(read(stored(written(sentence, size=30)), languages=f"{language} en"))


def test_letters_on_clear_ground_are_looked_at_on_white_and_on_black(read: Read) -> None:
    image = Image.new("RGBA", (420, 90), (0, 0, 0, 0))
    white = written("07700 900123", ink="white", ground="black", size=40)
    image.paste("white", (20, 10), white.convert("L").crop((0, 0, 380, 70)))
    assert "07700 900123" in words(read(stored(image)))


def test_a_picture_without_words_says_nothing(read: Read) -> None:
    assert read(picture(size=(400, 300))) == Texts()


def test_nobody_reads_words_where_the_operator_says_so(read: Read) -> None:
    found = read(stored(beside(written("Tel. 885 386 402"), code(QR))), ocr=OCR.NONE)
    assert found == Texts(parts=((Where.CODE, QR),))


def test_words_that_nobody_can_read_are_a_gap(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert read(stored(written("Tel. 885 386 402"))).gaps == {Gap.LETTERS}


def test_a_program_that_breaks_off_is_a_gap(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TESSDATA_PREFIX", "/nowhere")
    assert read(stored(written("Tel. 885 386 402"))).gaps == {Gap.LETTERS}


def test_too_long_is_a_gap(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helpdesk.attachments.rules.reading.gathering.READING_SECONDS", 0)
    assert read(stored(written("Tel. 885 386 402"))).gaps == {Gap.TIME}


@pytest.mark.parametrize(
    "image",
    [
        code(QR),
        ImageOps.invert(code(QR)),
        code(QR).rotate(90),
        code(QR).rotate(20, expand=True, fillcolor="white"),
        code(QR, scale=1),
        code(QR).crop((16, 16, code(QR).width - 16, code(QR).height - 16)),
        code(QR, kind="Aztec"),
        code(QR, kind="DataMatrix"),
        code(QR, kind="PDF417"),
        code(QR, kind="Code128"),
    ],
)
def test_a_code(read: Read, image: Image.Image) -> None:
    found = read(stored(image))
    assert texts(found, Where.CODE) == [QR]
    assert not texts(found, Where.PICTURE)  # its squares are no letters


def test_every_code_of_a_picture_and_the_words_beside_them(read: Read) -> None:
    image = beside(code(QR), code("5901234123457", kind="EAN13"), written("Scan us"))
    found = read(stored(image))
    assert {*texts(found, Where.CODE)} == {QR, "5901234123457"}
    assert words(found) == "Scan us"


def test_a_large_photo_with_a_code(read: Read) -> None:
    photo = Image.effect_noise((3000, 2000), 40).convert("RGB")
    photo.paste(code(QR, scale=10), (1800, 1200))
    assert texts(read(stored(photo, "JPEG", quality=80), Type.JPEG, ocr=OCR.NONE), Where.CODE) == [QR]


def test_every_frame_of_an_animation_is_looked_at(read: Read) -> None:
    frames = [Image.new("RGB", code(QR).size, "white"), code(QR)]
    found = read(stored(frames[0], "GIF", save_all=True, append_images=frames[1:]), Type.GIF)
    assert texts(found, Where.CODE) == [QR]
    many = [Image.new("L", (9, 9), n * 20) for n in range(MAX_PAGES + 1)]
    assert read(stored(many[0], "GIF", save_all=True, append_images=many[1:]), Type.GIF).gaps == {Gap.PAGES}


def test_rapidocr_reads_the_same_words(read: Read) -> None:
    pytest.importorskip("rapidocr")
    assert "885 386 402" in words(read(stored(written("Tel. 885 386 402", size=40)), ocr=OCR.RAPIDOCR))
