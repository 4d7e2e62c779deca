"""The printed record: PDF/A that people read years later, whatever was written into it."""

import json
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from helpdesk.kernel.ids import Ref
from tests.cast import EVERYBODY
from tests.evidence.conftest import ANSWER, QUESTION
from tests.evidence.packages import package
from tests.evidence.told import pdf

HOSTILE = {
    "markup": "#set text(red) *bold* _it_ $x^2$ @ref <label> `raw` #{ panic() } // no /* comment */",
    "templates": '#import "conversation.typ" #read("../terms.py") #eval("1") #sys.inputs',
    "quotes": '"; #panic("out") "\\" \\\\ \' ` </script>',
    "emoji": "😀 👍🏽 👨‍👩‍👧 ❤️ 🇵🇱",
    "chinese": "中文字符" * 60,
    "japanese": "テストです。ひらがな",
    "thai": "ไทย",
    "arabic": "مرحبا، هل وصل الطرد رقم 123؟",
    "hebrew": "שלום, איפה החבילה 8 mm?",
    "mixed": "\u202eevil\u202c \u2066x\u2069 \u200b\u200d\ufeff",
    "marks": "Z" + "\u0335\u0315\u0300\u0314\u035c" * 40,
    "long": "W" * 19_000,
    "lines": "a\n" * 3000,
    "empty lines": "\n\n\n",
    "controls": "\x01\x07\x1b[31m\x7f",
    "private": "\ue000\U000f0000",
}


def text_of(data: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


def plain(text: str) -> str:
    """Without the spaces and breaks that a typesetter puts between words."""
    return "".join(text.split()).replace("\u200b", "").replace("\u00ad", "")


def test_it_says_that_it_is_pdf_a_2b() -> None:
    read = PdfReader(BytesIO(pdf([QUESTION, ANSWER])))
    about = read.xmp_metadata
    assert about is not None
    assert about.pdfaid_part == "2"
    assert about.pdfaid_conformance == "B"
    assert read.metadata is not None
    assert read.metadata.title == "Order A-1001"


def test_who_said_what_and_when_stands_in_it() -> None:
    said = plain(text_of(pdf([QUESTION, ANSWER])))
    for part in (QUESTION, ANSWER, "Clara", "Anna", "Buyer", "Seller", "Order A-1001", "10:00:00", "1 / 1"):
        assert plain(part) in said
    assert "00000000-0000-0000-0000-000000000001" in said


def test_each_page_has_its_number() -> None:
    read = PdfReader(BytesIO(pdf([QUESTION, ANSWER] * 40)))
    count = len(read.pages)
    assert count > 3
    for n, page in enumerate(read.pages, start=1):
        assert plain(f"{n} / {count}") in plain(page.extract_text())


@pytest.mark.parametrize("name", HOSTILE)
def test_what_people_write_is_never_markup_and_breaks_nothing(name: str) -> None:
    said = text_of(pdf(["Before.", HOSTILE[name], "After."]))
    assert "Before." in said
    assert "After." in said


@pytest.mark.parametrize("name", ["markup", "templates", "quotes"])
def test_markup_is_printed_as_it_was_typed(name: str) -> None:
    assert plain(HOSTILE[name]) in plain(text_of(pdf([HOSTILE[name]])))


def test_names_are_no_markup_either() -> None:
    assert plain('#panic("x") \u00d6 *b*') in plain(text_of(pdf([QUESTION], name='#panic("x") \u00d6 *b*')))


def test_what_no_font_draws_and_what_hides_is_named() -> None:
    said = plain(text_of(pdf(["a 😀 b 中 c \u202e d \u200b e"])))
    for name in ("grinningface", "U+4E2D", "U+202E", "U+200B"):
        assert name in said


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Evidence of a conversation"),
        ("pl", "Dowód z konwersacji"),
        ("de", "Beweis eines Gesprächs"),
        ("fr", "Preuve d\u2019une conversation"),
        ("it", "Prova di una conversazione"),
    ],
)
def test_it_speaks_the_readers_language(language: str, words: str) -> None:
    data = pdf([QUESTION, ANSWER], language=language, spoken="pl")
    assert plain(words) in plain(text_of(data))
    assert str(PdfReader(BytesIO(data)).root_object["/Lang"]) == language


def test_the_same_record_is_the_same_document() -> None:
    assert pdf([QUESTION, ANSWER]) == pdf([QUESTION, ANSWER])


def test_the_package_has_it_in_the_language_that_was_asked_for(answered: Ref) -> None:
    members = package(answered, language="pl", zone="Europe/Warsaw").members
    said = plain(text_of(members["conversation.pl.pdf"]))
    for message in json.loads(members["conversation.json"])["messages"]:
        assert plain(message["text"]) in said
        assert plain(message["entry"]) in said
    assert plain("Zamówienie A-1001") in said
    assert {"Anna", "Clara"} <= {one.name for one in EVERYBODY if one.name in said}


def test_another_reader_opens_it(tmp_path: Path) -> None:
    """Debian's poppler, where it is installed; pypdf everywhere."""
    file = tmp_path / "conversation.pdf"
    file.write_bytes(pdf([QUESTION, HOSTILE["emoji"], HOSTILE["arabic"]]))
    program = shutil.which("pdftotext")
    if program is None:
        assert plain(QUESTION) in plain(text_of(file.read_bytes()))
        return
    done = subprocess.run([program, file, "-"], capture_output=True, text=True, check=True)
    assert plain(QUESTION) in plain(done.stdout)
    assert done.stderr == ""
