"""Every file is read before the other side can open it: what is found, or cannot be read, is for a person."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Entry
from helpdesk.archive.queries import verify
from helpdesk.archive.terms import Audience
from helpdesk.archive.terms import Finding as Altered
from helpdesk.attachments import actions as attachments
from helpdesk.attachments.models import File
from helpdesk.attachments.queries import held_files, open_copy, open_original
from helpdesk.attachments.terms import MAX_TRIES, OCR, Gap, Mark, State, Texts
from helpdesk.conduct.models import Verdict as Kept
from helpdesk.conduct.terms import Decision, Finding, Label, Place, Said, Source, Verdict
from helpdesk.config.wiring import MIRRORS
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound
from tests.attachments.conftest import Upload
from tests.attachments.files import posted, shown
from tests.attachments.made import picture
from tests.cast import ANNA, CLARA, DMITRI, EDDA, FELIX, HANIA
from tests.conduct.drawn import code, stored

Judge = Callable[..., Verdict]
QR = "https://wa.me/48661941348"


def examined(ocr: OCR = OCR.NONE, scanner: str = "") -> Any:
    (due,) = attachments.take_up_files(actor=SYSTEM, now=clock.now(), limit=1)
    return conversations.examine_file(actor=SYSTEM, now=clock.now(), due=due, scanner=scanner, ocr=ocr)


@pytest.fixture
def decided(monkeypatch: pytest.MonkeyPatch) -> Callable[[Decision], list[Said]]:
    """From now on a code with "wa.me" in a file is found, and this is decided; what is read is noted."""

    def do(decision: Decision) -> list[Said]:
        read: list[Said] = []

        def examine(*, said: Said, pack: Any, **_: Any) -> Verdict:
            read.append(said)
            found = [
                Finding(
                    label=Label.MSGR, rule="x.y", start=None, end=None, score=1.0, place=place, file=1,
                    decision=decision,
                )
                for file in said.attachments for place, text in file.texts if "wa.me" in text
            ]  # fmt: skip
            return Verdict(pack="7", decision=decision if found else Decision.NONE, findings=tuple(found))

        monkeypatch.setattr("helpdesk.conversations.queries.examining.conduct.examine", examine)
        return read

    return do


def opens(entry: Ref, actor: Actor) -> bool:
    try:
        with open_original(actor=actor, file=shown(entry).ref):
            return True
    except Forbidden:
        return False


def sound() -> bool:
    return not [one for one in verify(mirrors=MIRRORS) if isinstance(one, Altered)]


@pytest.fixture
def held(asked: Ref, upload: Upload, decided: Callable[[Decision], list[Said]]) -> Ref:
    """The entry of Clara's message, whose code made her file wait."""
    entry = posted(asked, upload(content=stored(code(QR))).ref.id)
    decided(Decision.REFUSE)
    examined()
    return entry


def test_a_file_in_which_nothing_is_found_passes(asked: Ref, upload: Upload) -> None:
    entry = posted(asked, upload().ref.id)
    assert not opens(entry, ANNA)
    kept = examined()
    assert opens(entry, ANNA)
    assert examined_leaf(kept.receipt.entry) == {"file": 1, "verdict": "unexamined"}
    with everything():
        assert not Kept.objects.exists()


def examined_leaf(id: Any) -> dict[str, Any]:
    with everything():
        leaf: dict[str, Any] = msgspec.json.decode(Entry.objects.get(id=id).leaf)["f"]
    return leaf


def test_what_is_read_is_judged_as_its_authors(
    asked: Ref, upload: Upload, decided: Callable[[Decision], list[Said]]
) -> None:
    posted(asked, upload(content=stored(code(QR))).ref.id)
    read = decided(Decision.LOG)
    examined()
    said = read[0]
    assert (said.side, said.language, said.text) == (CLARA.side, CLARA.language, "")
    assert said.attachments[0].texts == [(Place.CODE, QR)]
    assert read[-1].market  # something was found: then also with what the record knows of the order


@pytest.mark.parametrize("decision", [Decision.HOLD_AUTHOR, Decision.HOLD_REVIEWER, Decision.REFUSE])
def test_what_is_not_sent_unasked_waits_for_a_person(
    asked: Ref, upload: Upload, decided: Callable[[Decision], list[Said]], decision: Decision
) -> None:
    entry = posted(asked, upload(content=stored(code(QR))).ref.id)
    decided(decision)
    kept = examined()
    assert shown(entry, to=ANNA).state is State.HELD
    assert (opens(entry, CLARA), opens(entry, ANNA), opens(entry, EDDA)) == (True, False, True)
    with pytest.raises(Forbidden) as refusal, open_copy(actor=ANNA, file=shown(entry).ref):
        raise AssertionError
    assert refusal.value.code == "file.held"
    leaf = {"file": 1, "verdict": "held", "passes": "unexamined", "reason": "conduct"}
    assert examined_leaf(kept.receipt.entry) == leaf
    (waiting,) = held_files(actor=EDDA, limit=9)
    assert (waiting.entry, waiting.examined, waiting.side) == (entry.id, kept.receipt.entry, CLARA.side)
    assert sound()


def test_the_verdict_is_kept_behind_its_authors_side(held: Ref) -> None:
    with everything():
        row = Kept.objects.get()
    assert (row.source, row.decision, row.audience, row.pack) == (
        Source.FILE.value, Decision.REFUSE.value, Audience.BUYER.value, "7",
    )  # fmt: skip
    (found,) = row.findings
    assert (found["label"], found["place"], found["file"], found["action"]) == ("A_MSGR", "code", 1, "held")
    assert "wa.me" not in str(row.findings)
    assert row.entry_id == held_files(actor=EDDA, limit=1)[0].examined


def test_a_warning_lets_it_pass_and_is_kept(
    asked: Ref, upload: Upload, decided: Callable[[Decision], list[Said]]
) -> None:
    entry = posted(asked, upload(content=stored(code(QR))).ref.id)
    decided(Decision.WARN)
    examined()
    assert opens(entry, ANNA)
    with everything():
        assert Kept.objects.get().findings[0]["action"] == "sent"


@pytest.mark.parametrize("gap", Gap)
def test_what_cannot_be_read_wholly_waits_for_a_person(
    asked: Ref, upload: Upload, monkeypatch: pytest.MonkeyPatch, gap: Gap
) -> None:
    entry = posted(asked, upload().ref.id)
    read = Texts(gaps=frozenset({gap}))
    monkeypatch.setattr("helpdesk.conversations.queries.file_verdict.texts_of", lambda **_: read)
    kept = examined()
    assert shown(entry, to=ANNA).state is State.HELD
    assert examined_leaf(kept.receipt.entry)["reason"] == "unread"


def test_pictures_wait_where_the_program_that_reads_them_is_not_there(
    asked: Ref, upload: Upload, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = posted(asked, upload().ref.id)
    monkeypatch.setenv("PATH", "/nowhere")
    examined(OCR.TESSERACT)
    assert shown(entry, to=ANNA).state is State.HELD


def test_rules_that_fail_are_tried_again_and_then_a_person_reads(
    asked: Ref, upload: Upload, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(**_: Any) -> None:
        raise RecursionError

    entry = posted(asked, upload().ref.id)
    monkeypatch.setattr("helpdesk.conversations.queries.file_verdict.examined", fails)
    (due,) = attachments.take_up_files(actor=SYSTEM, now=clock.now(), limit=1)
    with pytest.raises(RecursionError):
        conversations.examine_file(actor=SYSTEM, now=clock.now(), due=due, scanner="", ocr=OCR.NONE)
    assert shown(entry, to=ANNA).state is State.PENDING
    last = replace(due, tries=MAX_TRIES)
    conversations.examine_file(actor=SYSTEM, now=clock.now(), due=last, scanner="", ocr=OCR.NONE)
    assert shown(entry, to=ANNA).state is State.HELD


def test_a_reading_that_takes_long_is_told_when_it_is_done(asked: Ref, upload: Upload) -> None:
    """An entry's instant may lie back 5 seconds; reading words in pictures on a busy machine takes longer."""
    posted(asked, upload().ref.id)
    begun = clock.now() - timedelta(seconds=30)
    (due,) = attachments.take_up_files(actor=SYSTEM, now=clock.now(), limit=1)
    before = clock.now()
    kept = conversations.examine_file(
        actor=SYSTEM, now=begun, due=due, scanner="", ocr=OCR.NONE, read_at=clock.now
    )
    assert kept is not None
    assert kept.receipt.at >= before


def test_a_file_that_cannot_be_opened_anyway_is_not_read(
    asked: Ref, upload: Upload, folder: Path, decided: Callable[[Decision], list[Said]]
) -> None:
    entry = posted(asked, upload().ref.id)
    with everything():
        (folder / File.objects.get().storage_key).write_bytes(b"other")
    read = decided(Decision.REFUSE)
    examined()
    assert (shown(entry).state, read) == (State.REFUSED, [])


def settled(entry: Ref, *, release: bool, actor: Actor = EDDA, key: str = "s") -> Any:
    return attachments.settle_file(
        actor=actor, now=clock.now(), file=shown(entry).ref, release=release, key=key
    )


def test_a_reviewer_lets_it_through(held: Ref) -> None:
    settled(held, release=True)
    assert shown(held, to=ANNA).state is State.UNEXAMINED
    assert opens(held, ANNA)
    assert held_files(actor=EDDA, limit=9) == []
    assert sound()


def test_a_reviewer_withholds_it(held: Ref) -> None:
    settled(held, release=False)
    assert (opens(held, CLARA), opens(held, ANNA), opens(held, EDDA)) == (True, False, True)
    assert shown(held, to=ANNA).state is State.WITHHELD
    assert sound()


def test_it_is_settled_once(held: Ref) -> None:
    first = settled(held, release=True)
    again = settled(held, release=True)
    assert (again.replayed, again.receipt.entry) == (True, first.receipt.entry)
    with pytest.raises(KeyReused):
        settled(held, release=False)
    with pytest.raises(Conflict) as refusal:
        settled(held, release=False, key="other")
    assert refusal.value.code == "file.settled"


def test_what_does_not_wait_is_not_settled(asked: Ref, upload: Upload) -> None:
    entry = posted(asked, upload().ref.id)
    with pytest.raises(Conflict) as refusal:
        settled(entry, release=True)
    assert refusal.value.code == "file.not_held"


@pytest.mark.parametrize("other", [ANNA, CLARA, DMITRI, HANIA, FELIX, SYSTEM])
def test_only_reviewers_settle(held: Ref, other: Actor) -> None:
    with pytest.raises(Forbidden):
        settled(held, release=True, actor=other)


def test_a_mark_is_sealed_with_the_file_and_read_with_it(
    asked: Ref, upload: Upload, decided: Callable[[Decision], list[Said]]
) -> None:
    ref = upload(ANNA, content=stored(code(QR)), name="invoice.png").ref
    attachments.mark_upload(actor=ANNA, now=clock.now(), upload=ref, marked="invoice")
    sent = conversations.post_reply(
        actor=ANNA, now=clock.now(), conversation=asked, draft="Yes, it is.", key="k", files=[ref.id]
    )
    read = decided(Decision.HOLD_REVIEWER)
    examined()
    entry = Ref(asked.seller_id, sent.receipt.entry)
    assert shown(entry, to=CLARA).marked is Mark.INVOICE
    assert read[0].attachments[0].marked == "invoice"


def test_marks_are_the_authors_own_and_only_before_sending(asked: Ref, upload: Upload) -> None:
    ref = upload().ref
    with pytest.raises(NotFound):
        attachments.mark_upload(actor=ANNA, now=clock.now(), upload=ref, marked="invoice")
    with pytest.raises(Invalid):
        attachments.mark_upload(actor=CLARA, now=clock.now(), upload=ref, marked="poem")
    attachments.mark_upload(actor=CLARA, now=clock.now(), upload=ref, marked="label")
    attachments.mark_upload(actor=CLARA, now=clock.now(), upload=ref, marked=None)
    entry = posted(asked, ref.id)
    assert shown(entry).marked is None
    with pytest.raises(NotFound):
        attachments.mark_upload(actor=CLARA, now=clock.now(), upload=ref, marked="label")


def test_an_upload_says_at_once_what_it_is(upload: Upload, asked: Ref) -> None:
    taken = attachments.upload(
        actor=CLARA, now=clock.now(), seller_id=asked.seller_id, name="a.png", chunks=[picture()], key="m",
        marked=Mark.NOTICE,
    )  # fmt: skip
    assert taken.marked is Mark.NOTICE
