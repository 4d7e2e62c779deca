"""What `helpdesk doctor` says of the signed log, its witnesses and its time stamps."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings

from helpdesk.archive.models import State, Timestamp, Witness
from helpdesk.archive.terms import Trouble
from helpdesk.config import environment
from helpdesk.console.checks import log
from helpdesk.console.checks.finding import Finding, Grade
from helpdesk.kernel import clock
from helpdesk.tlog.keys import CosignatureSigner
from tests.archive.authority import found_authority
from tests.archive.entries import number
from tests.archive.publishing import folder, grow, guard_file, post, publish

pytestmark = pytest.mark.usefixtures("database")
SIGNER = CosignatureSigner("witness.example.com/w", b"w" * 32)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders of the test's own."""
    monkeypatch.setattr(settings.HELPDESK, "log_folder", tmp_path / "log")
    monkeypatch.setattr(settings.HELPDESK, "guard_folder", tmp_path / "guard")
    monkeypatch.setattr(log, "sleep", lambda _: None)


@pytest.fixture
def witness(monkeypatch: pytest.MonkeyPatch) -> None:
    """One in the settings."""
    named = environment.Witness(url="https://witness.example.com/w", key=SIGNER.vkey)
    monkeypatch.setattr(settings.HELPDESK, "witnesses", [named])


def bad(found: Iterable[Finding]) -> list[tuple[Grade, str]]:
    return [(each.grade, each.sentence) for each in found if each.grade is not Grade.FINE]


def says(found: Iterable[Finding], grade: Grade, words: str) -> bool:
    return any(each.grade is grade and words in each.sentence for each in found)


def test_all_is_fine_after_publishing() -> None:
    grow(3)
    assert bad(log.findings()) == []
    assert any("published log is in" in each.sentence for each in log.findings())


def test_a_new_log_is_no_trouble() -> None:
    number()
    publish()
    assert bad(log.findings()) == []


def test_entries_without_a_signature_are_counted() -> None:
    grow(1)
    post(4)
    number()
    assert says(log.findings(), Grade.WARNING, "4 entries wait for their signature")


def test_an_absent_guard_and_folder_are_missed() -> None:
    grow(1)
    guard_file().unlink()
    assert says(log.here(), Grade.WARNING, "guard is not in")
    (folder().path / "checkpoint").unlink()
    assert says(log.here(), Grade.WARNING, "published log is not in")


def test_a_damaged_checkpoint_is_wrong() -> None:
    grow(1)
    (folder().path / "checkpoint").write_text("no note")
    assert says(log.here(), Grade.WRONG, "damaged")


def test_why_nothing_is_signed_is_told() -> None:
    grow(1)
    at = clock.now()
    State.objects.using("sequencer").update(refused="guard.ahead", refused_size=9, refused_at=at)
    assert says(log.findings(), Grade.WRONG, "an older copy of the database was restored")


def standing(trouble: Trouble | None, *, minutes: int = 1, size: int = 3) -> list[Finding]:
    """Of the witness, once it was asked."""
    at = clock.now() - timedelta(minutes=minutes)
    since = at if trouble else None
    Witness.objects.using("sequencer").create(
        vkey=SIGNER.vkey, tree=1, size=size, asked_at=at, trouble=trouble or "", since=since
    )
    return [*log.witnesses()]


def test_a_witness_that_cosigns_is_fine(witness: None) -> None:
    grow(1)
    assert says(standing(None), Grade.FINE, "it has seen 3 entries")


def test_a_witness_that_nobody_asks_is_an_alarm(witness: None) -> None:
    grow(1)
    assert says(log.witnesses(), Grade.WARNING, "was never asked")
    assert says(standing(None, minutes=20, size=2), Grade.WARNING, "was not asked since")


@pytest.mark.parametrize("trouble", Trouble)
def test_each_trouble_has_its_sentence(witness: None, trouble: Trouble) -> None:
    grow(1)
    grave = trouble in {Trouble.KNOWS_MORE, Trouble.KNOWS_ANOTHER}
    (finding,) = standing(trouble)
    assert finding.grade is (Grade.WRONG if grave else Grade.WARNING)
    assert SIGNER.name in finding.sentence


def test_stamps_are_missed_where_an_authority_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    grow(1)
    assert [*log.stamps()] == []
    monkeypatch.setattr(settings.HELPDESK, "timestamp_url", "https://tsa.example.com")
    monkeypatch.setattr(settings.HELPDESK, "timestamp_ca", tmp_path / "none.pem")
    assert says(log.stamps(), Grade.WRONG, "No time stamp can be verified")
    monkeypatch.setattr(settings.HELPDESK, "timestamp_ca", found_authority(tmp_path / "tsa").root)
    assert says(log.stamps(), Grade.WARNING, "not time-stamped yet")
    long_ago = clock.now() - timedelta(days=3)
    rows = Timestamp.objects.using("sequencer")
    rows.create(tree=1, size=2, note="n", response=b"r", at=long_ago)
    assert says(log.stamps(), Grade.WARNING, "not time-stamped since")
    rows.create(tree=1, size=3, note="n", response=b"r", at=long_ago)
    assert says(log.stamps(), Grade.FINE, "with 3 entries"), "nothing has grown since"
