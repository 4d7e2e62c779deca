"""The log for everybody: checkpoint, tiles and keys; no entry, and no way out of the folder."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from helpdesk.archive.actions import number_entries, publish_log
from helpdesk.archive.queries import published
from helpdesk.config.environment import Witness
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.tlog.checkpoints import open_checkpoint
from helpdesk.tlog.hashing import root_of
from helpdesk.tlog.keys import CosignatureSigner, Verifier
from helpdesk.tlog.tiles import split_tile
from tests.cast import CLARA
from tests.shops import Shops


@pytest.fixture
def log(shops: Shops, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A published log with a question of Clara's; its address."""
    monkeypatch.setattr(settings.HELPDESK, "log_folder", tmp_path / "log")
    monkeypatch.setattr(settings.HELPDESK, "guard_folder", tmp_path / "guard")
    conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft="Where is the canary?", key="1"
    )
    number_entries(actor=SYSTEM, now=clock.now())
    publish_log(actor=SYSTEM, now=clock.now())
    head = published()
    assert head is not None
    return f"/archive/{head.log_id.hex}"


def test_a_stranger_verifies_the_tree_from_its_addresses_alone(log: str) -> None:
    answer = Client().get(f"{log}/checkpoint")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer["Cache-Control"] == "public, no-cache"
    head = published()
    assert head is not None
    signed = open_checkpoint(answer.content, origin=head.origin, verifiers=[Verifier.parse(head.vkey)])
    tile = Client().get(f"{log}/tile/0/000.p/{signed.size}")
    assert tile["Content-Type"] == "application/octet-stream"
    assert "immutable" in tile["Cache-Control"]
    assert root_of(split_tile(tile.content, width=signed.size)) == signed.root


def test_who_has_the_checkpoint_is_told_so_in_few_bytes(log: str) -> None:
    first = Client().get(f"{log}/checkpoint")
    again = Client().get(f"{log}/checkpoint", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "path",
    [
        "tile/entries/000.p/1",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000",
        "tile/0/001.p/1",
        "tile/00/000.p/1",
        "tile/64/000",
        "tile/0/../0/000.p/1",
        "tile/0/%2e%2e/checkpoint",
        "tile/0/..%2f..%2fcheckpoint",
        "tile/0/x000/000.p/1",
        "tile//000",
        "tile/0/000.p/1/",
        "tile/checkpoint",
        "checkpoint/",
        "entries",
        "",
    ],
)
def test_nothing_else_lies_there(log: str, path: str) -> None:
    assert Client().get(f"{log}/{path}").status_code == 404


def test_another_log_is_not_ours(log: str) -> None:
    for id in ("0" * 32, log.rpartition("/")[2].upper(), "../keys", log.rpartition("/")[2][:31]):
        assert Client().get(f"/archive/{id}/checkpoint").status_code == 404
        assert Client().get(f"/archive/{id}/tile/0/000.p/1").status_code == 404
    assert Client().post(f"{log}/checkpoint").status_code == 405


@pytest.mark.parametrize("language", ["en", "pl", "de", "fr", "it"])
def test_the_keys_stand_on_a_page_for_everybody(log: str, language: str) -> None:
    answer = Client(headers={"Accept-Language": language}).get("/keys")
    assert (answer.status_code, answer["Content-Language"]) == (200, language)
    head, page = published(), answer.content.decode()
    assert head is not None
    assert head.vkey in page
    assert f"{head.origin}/receipts+" in page
    assert "canary" not in page


def test_a_witness_and_a_damaged_state_are_told_on_the_page(
    log: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    witness = CosignatureSigner("witness.example.com/w", b"w" * 32)
    named = [Witness(url="https://witness.example.com/w", key=witness.vkey)]
    monkeypatch.setattr(settings.HELPDESK, "witnesses", named)
    assert witness.vkey in Client().get("/keys").content.decode()
    (settings.HELPDESK.log / log.rpartition("/")[2] / "checkpoint").write_text("no note")
    answer = Client().get("/keys")
    assert answer.status_code == 200
    assert "The signed state cannot be read just now." in answer.content.decode()
