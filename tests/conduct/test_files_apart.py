"""Reading a file in a process of its own, and what conduct makes of it."""

import base64
import io
import json
from pathlib import Path
from typing import Any

import pytest

from helpdesk.attachments.queries import texts_of
from helpdesk.attachments.terms import MAX_TEXT, OCR, Gap, Texts, Type, Where
from helpdesk.conduct.terms import Place
from helpdesk.console.commands import conduct as command
from helpdesk.conversations.queries import read_file
from tests.attachments.made import flood, pdf, picture
from tests.conduct.drawn import beside, code, stored, written
from tests.conduct.reads import Read, reader

QR = "https://wa.me/48661941348"


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """By way of a file of this test's own."""
    return reader(tmp_path / "file")


def test_plain_text_up_to_what_a_message_may_hold(read: Read) -> None:
    assert read("Zadzwoń: 601".encode(), Type.TEXT) == Texts(parts=((Where.DOCUMENT, "Zadzwoń: 601"),))
    found = read(b"x" * (MAX_TEXT + 1), Type.TEXT)
    assert found == Texts(parts=((Where.DOCUMENT, "x" * MAX_TEXT),), gaps=frozenset({Gap.LENGTH}))


def test_a_broken_picture_is_a_gap(read: Read) -> None:
    assert read(picture()[:60]).gaps == {Gap.BROKEN}


def test_a_process_of_its_own_reads_the_same(read: Read, tmp_path: Path) -> None:
    content = stored(beside(written("Tel. 885 386 402"), code(QR)))
    here = read(content)
    there = texts_of(path=tmp_path / "file", media=Type.PNG, ocr=OCR.TESSERACT)
    assert there == here
    assert read_file(name="a.png", media="image/png", content=content, languages=["pl"]) == [
        (Place(where.value), text) for where, text in here.parts
    ]


def test_what_bursts_takes_only_itself_along(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(flood(12_000, 12_000))
    assert texts_of(path=path, media=Type.PNG, ocr=OCR.NONE).gaps == {Gap.BROKEN}


def test_what_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    path.write_bytes(pdf())
    monkeypatch.setattr("helpdesk.attachments.queries.reading._PATIENCE_SECONDS", 0.001)
    assert texts_of(path=path, media=Type.PDF, ocr=OCR.NONE) == Texts(gaps=frozenset({Gap.TIME}))


def test_nobody_attaches_other_kinds() -> None:
    assert read_file(name="a.exe", media="application/x-msdownload", content=b"MZ", languages=["en"]) == []


def test_conduct_and_attachments_name_places_alike() -> None:
    assert {where.value for where in Where} < {place.value for place in Place}
    assert {(where.name, where.value) for where in Where} <= {(p.name, p.value) for p in Place}


def test_the_command_reads_the_files_of_its_rows(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def judged(line: str, *, read_file: Any) -> dict[str, Any]:
        file = json.loads(line)["attachments"][0]
        return {"read": read_file(file["name"], file["mime"], base64.b64decode(file["b64"]), "pl")}

    shown = base64.b64encode(stored(code(QR))).decode()
    row = {"attachments": [{"name": "a.png", "mime": "image/png", "b64": shown}]}
    monkeypatch.setattr("helpdesk.conduct.queries.judged", judged)
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(row)))
    command.conduct()
    assert json.loads(capsys.readouterr().out) == {"read": [["code", QR]]}
