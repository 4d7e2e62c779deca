"""The log over HTTP, for everybody: enough to check it with programs of other people, and no entry."""

from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from helpdesk.archive import queries
from helpdesk.archive.models import Cosignature, Timestamp
from helpdesk.config.environment import Witness
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.tlog.checkpoints import cosign, open_checkpoint
from helpdesk.tlog.keys import CosignatureSigner, Verifier
from tests.api.client import Api
from tests.api.conftest import QUESTION
from tests.archive.entries import number
from tests.archive.publishing import folder, publish

WITNESS = CosignatureSigner("witness.example.com/w", b"w" * 32)


@pytest.fixture(autouse=True)
def home(asked: Ref, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A log with Clara's question, in folders of the test's own."""
    monkeypatch.setattr(settings.HELPDESK, "log_folder", tmp_path / "log")
    monkeypatch.setattr(settings.HELPDESK, "guard_folder", tmp_path / "guard")


def signed() -> queries.Published:
    number()
    publish()
    head = queries.published()
    assert head is not None
    return head


def read() -> dict[str, Any]:
    answer = Api().get("/log")
    assert answer.status_code == 200, answer.content
    assert QUESTION not in answer.content.decode()
    found: dict[str, Any] = answer.json()
    return found


def test_there_is_a_key_before_anything_is_signed() -> None:
    (tree,) = read()["trees"]
    assert (tree["checkpoint"], tree["cosigned"], tree["timestamps"], tree["ended"]) == (
        None,
        None,
        [],
        False,
    )
    assert tree["key"]["vkey"] in queries.log_keys()


def test_its_checkpoint_opens_with_its_key() -> None:
    head = signed()
    (tree,) = read()["trees"]
    shown = tree["checkpoint"]
    opened = open_checkpoint(
        shown["note"], origin=tree["origin"], verifiers=[Verifier.parse(tree["key"]["vkey"])]
    )
    assert (opened.size, opened.root.hex()) == (shown["size"], shown["root"])
    assert opened.size == head.size
    assert tree["address"] == f"{settings.HELPDESK.public_url}/archive/{tree['id']}"
    assert Verifier.parse(read()["receipt_keys"][0]["vkey"]).name == f"{tree['origin']}/receipts"


def test_witnesses_and_stamps_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    head = signed()
    named = [Witness(url="https://witness.example.com/w", key=WITNESS.vkey)]
    monkeypatch.setattr(settings.HELPDESK, "witnesses", named)
    longer = cosign(head.own_note, signer=WITNESS, at=1_767_225_600)
    Cosignature.objects.using("sequencer").create(
        tree=1,
        size=head.size,
        witness=WITNESS.vkey,
        note=head.own_note,
        line=longer.removeprefix(head.own_note),
        at=clock.now(),
    )
    Timestamp.objects.using("sequencer").create(
        tree=1, size=head.size, note=head.own_note, response=b"\x30\x00", at=clock.now()
    )
    answer = read()
    (tree,) = answer["trees"]
    assert tree["cosigned"] == tree["checkpoint"]["note"] == longer
    assert [each["vkey"] for each in answer["witnesses"]] == [WITNESS.vkey]
    (stamp,) = tree["timestamps"]
    assert (b64decode(stamp["response"]), stamp["note"]) == (b"\x30\x00", head.own_note)


def test_a_damaged_checkpoint_is_told_as_damaged() -> None:
    signed()
    (folder().path / "checkpoint").write_text("no note")
    (tree,) = read()["trees"]
    assert (tree["checkpoint"], tree["damaged"]) == (None, True)


def test_what_it_costs_grows_with_nothing(django_assert_max_num_queries: Any) -> None:
    signed()
    with django_assert_max_num_queries(8):
        read()
