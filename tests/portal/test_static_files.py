"""Static files travel packed to whoever can unpack them; pages never do."""

import gzip
from pathlib import Path

import brotli
import pytest
from django.test import Client
from pytest_django import Settings

from tests.portal.conftest import SignIn

SHEET = "/static/css/tokens.css"
UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress}
PACKED = {"Accept-Encoding": "br, gzip"}


@pytest.fixture(autouse=True)
def nowhere_else(settings: Settings, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path


def body(path: str, **headers: str) -> tuple[dict[str, str], bytes]:
    answer = Client().get(path, headers=headers)
    assert answer.status_code in (200, 206)
    return dict(answer.headers), answer.content if not answer.streaming else b"".join(answer)


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("br, gzip", "br"),
        ("gzip, deflate, br, zstd", "br"),
        ("GZIP;q=1.0, br;q=0.5", "br"),
        ("gzip, deflate", "gzip"),
        ("gzip, br;q=0", "gzip"),
        ("br; q=0.000, gzip;q=0.1", "gzip"),
    ],
)
def test_a_style_sheet_is_packed_for_those_who_can_unpack(accepted: str, coding: str) -> None:
    plain, content = body(SHEET)
    packed, smaller = body(SHEET, **{"Accept-Encoding": accepted})
    assert "Content-Encoding" not in plain
    assert packed["Content-Encoding"] == coding
    assert packed["Content-Length"] == str(len(smaller))
    assert UNPACK[coding](smaller) == content
    assert len(smaller) < len(content) * 0.6
    for one in (plain, packed):
        assert "Accept-Encoding" in one["Vary"]
        assert one["Content-Type"].startswith("text/css")


@pytest.mark.parametrize("accepted", ["", "identity", "brotli", "gzip;q=0, br;q=0.0", "zstd, deflate"])
def test_nobody_gets_what_they_cannot_unpack(accepted: str) -> None:
    headers, content = body(SHEET, **{"Accept-Encoding": accepted})
    assert "Content-Encoding" not in headers
    assert b"--sheet" in content


def test_a_piece_is_a_piece_of_the_file() -> None:
    headers, content = body(SHEET, **PACKED, Range="bytes=0-9")
    assert "Content-Encoding" not in headers
    assert len(content) == 10


def test_a_file_that_has_not_changed_is_not_sent_again() -> None:
    first, _ = body(SHEET, **PACKED)
    again = Client().get(SHEET, headers={**PACKED, "If-None-Match": first["ETag"]})
    assert again.status_code == 304


def test_pages_are_not_packed(sign_in: SignIn) -> None:
    assert "Content-Encoding" not in Client().get("/sign-in", headers=PACKED).headers
