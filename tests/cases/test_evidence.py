"""Cases in a package: told in JSON and in print, and verified offline."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from helpdesk.archive import actions as archive
from helpdesk.cases.terms.deeds import ContactOutcome, News
from helpdesk.evidence.words import events
from helpdesk.kernel.actor import SYSTEM
from tests.cases.test_note_contact import note, settle
from tests.cases.test_sweep_cases import due, until
from tests.cases.test_take_step import DHL
from tests.cases.test_update_order import tell
from tests.cases.told import Tale
from tests.cast import CLARA
from tests.evidence.packages import Handed, package
from tests.evidence.test_verify_py_handed_out import key_of, verified

KINDS = ("case", "contact", "order")


@pytest.fixture
def handed(tale: Tale, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Handed:
    """All kinds of entries of this room, under a signed checkpoint."""
    tell(tale, News.DISPATCHED, **DHL)
    tale.open()
    settle(tale, note(tale), ContactOutcome.DISPUTED, words="I never called.")
    until(tale, due(tale, "answer"))
    tale.sweep()
    tale.step("repair_notice")
    tale.step("accept", remedy="repair", words="Please send it to us.")
    tale.step("send", CLARA, **DHL)
    monkeypatch.setattr(settings.HELPDESK, "log_folder", tmp_path / "log")
    monkeypatch.setattr(settings.HELPDESK, "guard_folder", tmp_path / "guard")
    for _ in range(2):
        archive.number_entries(actor=SYSTEM, now=tale.later())
        archive.publish_log(actor=SYSTEM, now=tale.later())
    return package(tale.thread, now=tale.later())


def told(handed: Handed) -> list[dict[str, Any]]:
    said = json.loads(handed.members["conversation.json"])["events"]
    return [one for one in said if one["kind"].split(".")[0] in KINDS]


def test_each_entry_is_told_in_words(handed: Handed) -> None:
    lines = [events.sentence(event=one, zone="Europe/Warsaw") for one in told(handed)]
    assert lines[0].startswith("Your order was dispatched with DHL, number JJD")
    assert lines[1].startswith("Case 1 was opened: Complaint. “It is damaged, wrong or incomplete”")
    assert "The handle is broken." in lines[1]
    assert lines[2].startswith("Contact outside the Platform 2, on 15 November 2026: By telephone.")
    assert lines[3] == "Contact 2: disputed by the other side. “I never called.”"
    assert lines[4].startswith("Case 1: a date has passed: First answer,")
    assert "Late: First answer" in lines[5]
    assert "In time: Answer the complaint" in lines[6]
    assert lines[7].startswith("Case 1: The Buyer has sent the goods back.")
    assert len(lines) == 8


def test_the_package_is_whole(handed: Handed, tmp_path: Path) -> None:
    report = verified(handed, tmp_path, key_of(handed))
    assert (report.verdict, report.findings) == ("whole", [])
