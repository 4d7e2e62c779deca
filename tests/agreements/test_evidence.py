"""What was agreed, in a package: told in JSON and in print, and verified offline."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from helpdesk.archive import actions as archive
from helpdesk.evidence.words import events
from helpdesk.kernel.actor import SYSTEM
from tests.agreements.deals import ask, decline, keep
from tests.agreements.test_keep import agreed, remind
from tests.conversations.clocks import Story
from tests.evidence.packages import Handed, package
from tests.evidence.test_verify_py_handed_out import key_of, verified

SAID = [
    "Proposal 2: Refund, €20.00, until 18 November 2026, by the Seller. “For the scratch.”",
    "Proposal or request 2: confirmed.",
    "Request 4: please confirm. “Please confirm: it came back.”",
    "Proposal or request 4: declined. “It did not.”",
    "Agreement 2: its day passed, and nobody had said that it was done. Answer due: Fri, 20 Nov 2026, 00:00",
    "Agreement 2: said to be done.",
]


@pytest.fixture
def handed(story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Handed:
    """All steps of an agreement and a confirmation, under a signed checkpoint."""
    posted = agreed(story)
    decline(story, ask(story), reason="It did not.")
    remind(story)
    keep(story, posted)
    monkeypatch.setattr(settings.HELPDESK, "log_folder", tmp_path / "log")
    monkeypatch.setattr(settings.HELPDESK, "guard_folder", tmp_path / "guard")
    for _ in range(2):
        archive.number_entries(actor=SYSTEM, now=story.later())
        archive.publish_log(actor=SYSTEM, now=story.later())
    return package(story.thread, now=story.later())


def told(handed: Handed) -> list[dict[str, Any]]:
    said = json.loads(handed.members["conversation.json"])["events"]
    return [one for one in said if one["kind"].split(".")[0] in ("agreement", "confirmation")]


def test_each_step_is_told_in_words(handed: Handed) -> None:
    assert [events.sentence(event=one, zone="Europe/Warsaw") for one in told(handed)] == SAID


def test_the_terms_stand_in_clear_and_the_words_beside(handed: Handed) -> None:
    first = told(handed)[0]
    assert (first["facts"]["amount"], first["facts"]["currency"]) == (2000, "EUR")
    assert first["texts"]["words"] == "For the scratch."


def test_the_package_is_whole(handed: Handed, tmp_path: Path) -> None:
    report = verified(handed, tmp_path, key_of(handed))
    assert (report.verdict, report.findings) == ("whole", [])
