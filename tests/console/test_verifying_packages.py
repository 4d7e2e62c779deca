"""`helpdesk archive verify --package FILE`: the verdict by the keys of our own log, and the exit code."""

from contextlib import nullcontext
from pathlib import Path

import pytest
from typer.testing import Result

from helpdesk.console import ground
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from tests.cast import CLARA
from tests.console.test_verifying import last, verify
from tests.evidence.handmade import whole
from tests.evidence.packages import package
from tests.evidence.spoiling import publish_in, spoilt, without
from tests.shops import open_shops

QUESTION = "Is the 8 mm gasket the right one?"


@pytest.fixture
def asked(database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ref:
    """Clara's question, in a signed log."""
    order = open_shops().claras_order
    posted = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=order, draft=QUESTION, key="clara"
    )
    publish_in(tmp_path, monkeypatch)
    monkeypatch.setattr(ground, "database", nullcontext)
    return posted.conversation


def checked(data: bytes, folder: Path, *options: str) -> Result:
    file = folder / "package.zip"
    file.write_bytes(data)
    return verify("--package", file, *options)


def test_our_own_package_is_whole(asked: Ref, tmp_path: Path) -> None:
    data = package(asked).data
    result = checked(data, tmp_path)
    assert result.exit_code == 0, result.output
    assert last(checked(data, tmp_path, "--json"))["verdict"] == "whole"


def test_what_was_done_to_it_makes_the_exit_code(asked: Ref, tmp_path: Path) -> None:
    data = package(asked).data
    altered = spoilt(data, "conversation.json", b"8 mm gasket", b"9 mm gasket")
    incomplete = without(data, "salts.json")
    foreign = whole().write().zip()
    codes = [checked(each, tmp_path).exit_code for each in (altered, incomplete, foreign)]
    assert codes == [1, 2, 3]


def test_what_is_no_package_is_altered(asked: Ref, tmp_path: Path) -> None:
    assert checked(b"no zip at all", tmp_path).exit_code == 1
