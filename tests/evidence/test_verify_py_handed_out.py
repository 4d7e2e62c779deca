"""What the product hands out is whole in the eyes of those who verify it, and only under the right key."""

import json
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings

from helpdesk.archive import actions as archive
from helpdesk.evidence.shipped import verify as shipped
from helpdesk.evidence.shipped.joining import program
from helpdesk.evidence.terms import Withheld
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from tests.evidence.conftest import ANSWER, QUESTION
from tests.evidence.packages import Handed, package


@pytest.fixture
def published(answered: Ref, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ref:
    """The thread, numbered and under a signed checkpoint, in folders of the test's own."""
    monkeypatch.setattr(settings.HELPDESK, "log_folder", tmp_path / "log")
    monkeypatch.setattr(settings.HELPDESK, "guard_folder", tmp_path / "guard")
    for _ in range(2):  # the log's own key is an entry of its own, made with the first signature
        archive.number_entries(actor=SYSTEM, now=clock.now())
        archive.publish_log(actor=SYSTEM, now=clock.now())
    return answered


def verified(handed: Handed, tmp_path: Path, *keys: str) -> shipped.Report:
    path = tmp_path / "package.zip"
    path.write_bytes(handed.data)
    return shipped.verify(path, keys)


def key_of(handed: Handed, *, receipts: bool = False) -> str:
    """The vkey of the log, or the one for receipts, as the package tells it."""
    rows = [row for row in handed.members["keys.txt"].decode().split("\n") if row and row[0] != "#"]
    [vkey] = [row for row in rows if ("/receipts+" in row) is receipts]
    return vkey


def test_a_package_is_whole_under_the_key_of_the_log(published: Ref, tmp_path: Path) -> None:
    handed = package(published)
    report = verified(handed, tmp_path, key_of(handed))
    assert (report.verdict, report.findings) == ("whole", [])
    assert [message["text"]["text"] for message in report.messages] == [QUESTION, ANSWER]
    assert report.facts["proved"] == report.facts["entries"] >= 2
    assert {key.use for key in report.keys if key.trusted} == {"log", "receipts"}


def test_without_a_key_it_is_to_be_compared(published: Ref, tmp_path: Path) -> None:
    handed = package(published)
    report = verified(handed, tmp_path)
    assert (report.exit_code, {row.code for row in report.findings}) == (3, {"key.not_given"})
    assert verified(handed, tmp_path, key_of(handed, receipts=True)).exit_code == 3


def test_the_verifier_in_the_package_is_this_one(published: Ref) -> None:
    handed = package(published)
    page = Path(shipped.__file__).parents[1] / "verify.html"
    assert (handed.members["verify.py"], handed.members["verify.html"]) == (program(), page.read_bytes())


def test_what_is_withheld_is_withheld(published: Ref, tmp_path: Path) -> None:
    told = json.loads(package(published).members["conversation.json"])
    entry = UUID(told["messages"][0]["entry"])
    handed = package(published, withheld=[Withheld(entry, "body"), Withheld(entry, "by")], key="another")
    report = verified(handed, tmp_path, key_of(handed))
    assert (report.verdict, report.findings) == ("whole", [])
    asked = report.messages[0]
    assert (asked["text"]["state"], asked["name"]["state"]) == ("withheld", "withheld")
    assert QUESTION.encode() not in handed.data


def test_before_it_is_signed_the_receipts_vouch_for_it(answered: Ref, tmp_path: Path) -> None:
    handed = package(answered)
    report = verified(handed, tmp_path, key_of(handed, receipts=True))
    told = [row for row in report.rows if row.code == "proof.pending" and row.entry]
    assert len(told) >= 2
    assert report.exit_code in (0, 2)  # 2 once the test's database, with the key's entry, is older than a day
