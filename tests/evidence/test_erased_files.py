"""A message with files, erased as people have it done: its package is whole, also before the deletion."""

import json
from pathlib import Path
from uuid import UUID

import pytest
from pytest_django import Settings

from helpdesk.archive import actions as archive
from helpdesk.archive.queries import log_keys, receipt_vkeys
from helpdesk.evidence.shipped import verify as shipped
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, EDDA, FELIX
from tests.evidence.conftest import ANSWER, QUESTION
from tests.evidence.packages import Handed, package
from tests.portal.uploads import examine_all, kept_in, picture, send_files
from tests.retention.asking import approved, carried_out, requested

NAME, WITH_FILE = "erased-canary.jpg", "See the crack."


@pytest.fixture
def sent(answered: Ref, settings: Settings, tmp_path: Path) -> Ref:
    """A question, its answer, and a message with a file; examined, and under a signed checkpoint."""
    folders = {"log_folder": tmp_path / "log", "guard_folder": tmp_path / "guard"}
    settings.HELPDESK = settings.HELPDESK.model_copy(update=folders)
    settings.STORAGES = kept_in(tmp_path / "files")
    send_files(CLARA, answered, [(NAME, picture())], text=WITH_FILE)
    examine_all()
    sign()
    return answered


def sign() -> None:
    for _ in range(2):  # the log's key is an entry of its own, made with the first signature
        while archive.number_entries(actor=SYSTEM, now=clock.now()):
            pass
        archive.publish_log(actor=SYSTEM, now=clock.now())


def report_of(handed: Handed, tmp_path: Path) -> shipped.Report:
    path = tmp_path / "package.zip"
    path.write_bytes(handed.data)
    return shipped.verify(path, [*log_keys(), *receipt_vkeys()])


@pytest.mark.parametrize("done", [False, True], ids=["ordered", "carried out"])
@pytest.mark.parametrize("actor", [CLARA, ANNA], ids=lambda actor: actor.name)
def test_what_was_erased_is_said_to_be_and_all_else_is_proved(
    sent: Ref, tmp_path: Path, done: bool, actor: Actor
) -> None:
    approved(requested(sent, "messages", [2]))
    if done:
        assert carried_out() > 0
    sign()
    handed = package(sent, actor=actor)
    report = report_of(handed, tmp_path)
    assert (report.verdict, report.findings) == ("whole", [])
    first, second, third = json.loads(handed.members["conversation.json"])["messages"]
    assert (first["text"], second["text"]) == (QUESTION, ANSWER)
    assert (third["state"], third["name_state"], third["files"][0]["state"]) == ("erased",) * 3
    told = report.messages[2]
    assert (told["text"]["state"], told["name"]["state"]) == ("erased", "erased")
    for words in (WITH_FILE, NAME):
        assert not any(words.encode() in member for member in handed.members.values())
    assert not any(name.startswith("attachments/") for name in handed.members)


def test_the_order_is_a_sealed_event_that_names_nobody_to_the_parties(sent: Ref, tmp_path: Path) -> None:
    approved(requested(sent, "messages", [2]))
    carried_out()
    sign()
    handed = package(sent)
    events = json.loads(handed.members["conversation.json"])["events"]
    [order] = [event for event in events if event["kind"] == "erased"]
    assert (order["facts"]["ground"], order["name_state"]) == ("gdpr_art17", "withheld")
    assert report_of(handed, tmp_path).verdict == "whole"
    for name in (EDDA.name, FELIX.name):
        assert not any(name.encode() in member for member in handed.members.values()), name


def test_a_whole_conversation_that_is_erased_still_makes_a_package(sent: Ref, tmp_path: Path) -> None:
    approved(requested(sent))
    carried_out()
    sign()
    handed = package(sent)
    assert report_of(handed, tmp_path).exit_code == 0
    said = json.loads(handed.members["conversation.json"])
    assert not said.keys() & {"title", "order", "buyer"}
    assert {message["state"] for message in said["messages"]} == {"erased"}
    salts = json.loads(handed.members["salts.json"])
    for message in said["messages"]:
        assert all(value == {"state": "erased"} for value in salts[str(UUID(message["entry"]))].values())
