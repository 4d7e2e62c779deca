"""Files in a package: byte for byte, unless they are kept back, not examined yet, or dangerous."""

import json
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID
from zipfile import ZipFile

import pytest
from pytest_django import Settings

from helpdesk.archive.queries import log_keys, receipt_vkeys
from helpdesk.evidence.actions.packing import Packing
from helpdesk.evidence.rules.files import ascii_name, path_of
from helpdesk.evidence.shipped import verify as shipped
from helpdesk.evidence.terms import Withheld
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA
from tests.evidence.packages import Handed, package
from tests.portal.uploads import examine_all, kept_in, picture, send_files

NAME = "Zażółć gęślą \u2013 Foto (1).JPG"


@pytest.fixture
def sent(answered: Ref, settings: Settings, tmp_path: Path) -> Ref:
    """Clara sent two pictures; nobody has examined them."""
    settings.STORAGES = kept_in(tmp_path / "files")
    send_files(CLARA, answered, [(NAME, picture()), ("second.jpg", picture(colour="red"))])
    return answered


def files_in(handed: Handed) -> list[dict[str, Any]]:
    said: dict[str, Any] = json.loads(handed.members["conversation.json"])
    found: list[dict[str, Any]] = said["messages"][-1]["files"]
    return found


def exit_code(handed: Handed, tmp_path: Path) -> int:
    path = tmp_path / "package.zip"
    path.write_bytes(handed.data)
    return int(shipped.verify(path, [*log_keys(), *receipt_vkeys()]).as_dict()["exit_code"])


def test_they_are_the_ones_that_were_sent(sent: Ref, tmp_path: Path) -> None:
    examine_all()
    handed = package(sent)
    first, second = files_in(handed)
    assert handed.members[first["path"]] == picture()
    assert handed.members[second["path"]] == picture(colour="red")
    assert first["sha256"] == sha256(picture()).hexdigest()
    assert first["name"] == NAME
    assert first["path"].endswith("-1-Zazoc-gesla-Foto-1.JPG")
    assert exit_code(handed, tmp_path) == 0


def test_what_is_not_examined_goes_to_its_author_only(sent: Ref, tmp_path: Path) -> None:
    theirs = package(sent, actor=ANNA)
    assert [file.get("path") for file in files_in(theirs)] == [None, None]
    assert not [name for name in theirs.members if name.startswith("attachments/")]
    assert exit_code(theirs, tmp_path) == 2  # incomplete, and says which files it lacks
    assert all("path" in file for file in files_in(package(sent, actor=CLARA)))


def test_what_is_kept_back_is_not_there_in_any_form(sent: Ref, tmp_path: Path) -> None:
    examine_all()
    entry = UUID(json.loads(package(sent).members["conversation.json"])["messages"][-1]["entry"])
    handed = package(sent, withheld={Withheld(entry, "file-1")}, key="less")
    first, second = files_in(handed)
    assert first == {"value": "file-1", "state": "withheld"}
    assert "path" in second
    assert sha256(picture()).hexdigest().encode() not in handed.data
    assert exit_code(handed, tmp_path) == 0


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("photo.jpg", "photo.jpg"),
        ("../../etc/passwd", "etc-passwd"),
        ("\u202egpj.exe", "gpj.exe"),
        ("中文.pdf", "pdf"),
        ("😀", "file"),
        ("a" * 300 + ".jpeg", "a" * 69 + ".jpeg"),
        ("-rf *.txt", "rf.txt"),
        ("x\r\nSet-Cookie: y.png", "x-Set-Cookie-y.png"),
        ("...", "file"),
    ],
)
def test_names_are_plain(name: str, plain: str) -> None:
    assert ascii_name(name) == plain
    assert path_of(entry=UUID(int=1), value="file-10", name=name).startswith(
        "attachments/00000000-0000-0000-0000-000000000001-10-"
    )


def test_a_large_file_is_never_in_memory_as_a_whole() -> None:
    def chunks() -> Iterator[bytes]:
        for _ in range(64):
            yield bytes(1_000_000)

    tracemalloc.start()
    with Packing(made_at=datetime(2026, 11, 22, tzinfo=UTC)) as packing:
        packing.add(path="large", chunks=chunks())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    with packing.file as file, ZipFile(file) as found:
        assert found.getinfo("large").file_size == 64_000_000
    assert packing.size > 64_000_000
    assert peak < 16_000_000


def test_nothing_is_left_of_a_package_that_failed() -> None:
    packing = Packing(made_at=datetime(2026, 11, 22, tzinfo=UTC))
    with pytest.raises(ZeroDivisionError), packing:
        packing.add(path="a", chunks=(bytes([1 // n]) for n in (1, 0)))
    assert packing.file.closed
