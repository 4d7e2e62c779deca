"""Review an item: with the file open a person decides; what is fine is sent, what is not counts once."""

import json
from dataclasses import replace
from uuid import UUID

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry, Value
from helpdesk.archive.queries import verify
from helpdesk.archive.terms import Finding
from helpdesk.conduct.models import Review, Sample
from helpdesk.conduct.queries import told
from helpdesk.config.wiring import MIRRORS
from helpdesk.conversations.models import Attempt, Message
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref, uuid7
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound, TooLarge
from helpdesk.oversight import actions as oversight
from helpdesk.oversight import queries
from helpdesk.oversight.terms import Reviewed
from tests.cast import ANNA, CLARA, DMITRI, EDDA, FELIX, person
from tests.conversations.spotted import LOGGED, MAYBE, REFUSED, SALES, WARNED, spotting
from tests.oversight.samples import opened
from tests.oversight.waiting import asked_for, drawn, refused, warned

__all__ = ["spotting"]
pytestmark = pytest.mark.usefixtures("spotting")

IRIS = replace(EDDA, person=person("Iris"), name="Iris")
WHY = "Bitte bleiben Sie im Helpdesk."


def decide(
    item: Ref,
    decision: str = "violation",
    *labels: str,
    actor: Actor = EDDA,
    key: str = "k",
    reason: str = WHY,
    replaces: UUID | None = None,
) -> Reviewed:
    return oversight.review_item(
        actor=actor,
        now=clock.now(),
        item=item,
        decision=decision,
        labels=labels,
        reason=reason,
        replaces=replaces,
        key=key,
    )


def rows() -> list[Review]:
    with acting(SYSTEM):
        return list(Review.objects.order_by("at"))


def entry(id: UUID) -> Entry:
    with acting(SYSTEM):
        return Entry.objects.get(id=id)


def faults() -> list[Finding]:
    return [fault for fault in verify(mirrors=MIRRORS) if isinstance(fault, Finding)]


def test_a_violation_in_what_was_sent_counts_and_its_author_reads_why(asked: Ref) -> None:
    item = warned(asked)
    opened(asked)
    done = decide(item, "violation", "C_PROMO")
    (row,) = rows()
    assert (row.id, row.subject_id, row.decision, row.labels, row.weight, row.waited) == (
        done.receipt.entry,
        item.id,
        "violation",
        "C_PROMO",
        1,
        "sent",
    )
    said = json.loads(bytes(entry(row.id).leaf))
    assert said["ref"] == [["reviews", str(item.id)]]
    assert {name: said["f"][name] for name in ("decision", "labels", "weight", "side", "waited")} == {
        "decision": "violation",
        "labels": "C_PROMO",
        "weight": 1,
        "side": "seller",
        "waited": "sent",
    }
    (seen,) = told(actor=ANNA, conversation=asked)
    assert seen.reason == WHY
    for other in (CLARA, DMITRI):
        assert told(actor=other, conversation=asked) == []
        with acting(other):
            assert not Value.objects.filter(entry_id=row.id).exists()


def test_fine_dismisses_what_was_found(asked: Ref) -> None:
    item = warned(asked)
    opened(asked)
    decide(item, "fine", reason="")
    (row,) = rows()
    assert (row.decision, row.labels, row.weight) == ("fine", "", 0)
    assert queries.review_queue(actor=EDDA, now=clock.now()) == []


def test_a_warning_tells_and_does_not_count(asked: Ref) -> None:
    item = warned(asked)
    opened(asked)
    decide(item, "warn", "C_PROMO")
    assert [(row.decision, row.weight) for row in rows()] == [("warn", 0)]


def test_a_text_that_is_fine_is_sent_by_the_decision(asked: Ref) -> None:
    item = asked_for(asked)
    opened(asked)
    done = decide(item, "fine")
    with acting(SYSTEM):
        assert Message.objects.get(id=done.receipt.entry).side == "seller"
        assert Attempt.objects.get().outcome == "released"
    (row,) = rows()
    assert (row.id, row.subject_id, row.waited) == (done.receipt.entry, item.id, "check")


def test_a_text_that_is_not_stays_unsent_by_one_entry(asked: Ref) -> None:
    item = refused(asked)
    opened(asked)
    done = decide(item, "violation", "A_EMAIL")
    with acting(SYSTEM):
        assert (Attempt.objects.get().outcome, Message.objects.count()) == ("confirmed", 1)
        before = Entry.objects.get(id=done.receipt.entry)
    said = json.loads(bytes(before.leaf))
    assert (before.kind, said["f"]["decision"], said["f"]["settled"]) == (
        "attempt.confirmed",
        "violation",
        "confirmed",
    )
    assert [seen.reason for seen in told(actor=ANNA, conversation=asked)] == [WHY]


def test_a_buyers_text_is_told_to_the_buyer_alone(asked: Ref) -> None:
    item = refused(asked, actor=CLARA)
    opened(asked)
    decide(item, "warn", "A_EMAIL")
    assert len(told(actor=CLARA, conversation=asked)) == 1
    assert told(actor=ANNA, conversation=asked) == []


def test_another_decision_takes_the_place_of_the_first(asked: Ref) -> None:
    item = warned(asked)
    opened(asked)
    first = decide(item, "violation", "C_PROMO").receipt.entry
    with pytest.raises(Conflict, match=r"review\.decided"):
        decide(item, "fine", key="late")
    second = decide(item, "fine", key="undo", replaces=first)
    assert [(row.decision, row.replaces) for row in rows()] == [("violation", None), ("fine", first)]
    assert [(one.of.decision, one.of.replaced) for one in told(actor=ANNA, conversation=asked)] == [
        ("violation", True),
        ("fine", False),
    ]
    with pytest.raises(Conflict, match=r"review\.decided"):
        decide(item, "warn", "C_PROMO", key="again", replaces=first)
    assert json.loads(bytes(entry(second.receipt.entry).leaf))["ref"][1] == ["replaces", str(first)]


def test_a_confirmed_refusal_can_be_taken_back_without_being_sent(asked: Ref) -> None:
    item = refused(asked)
    opened(asked)
    first = decide(item, "violation", "A_EMAIL").receipt.entry
    decide(item, "fine", key="undo", replaces=first)
    with acting(SYSTEM):
        assert (Attempt.objects.get().outcome, Message.objects.count()) == ("confirmed", 1)
    assert [row.weight for row in rows()] == [1, 0]


def test_the_same_request_again_is_the_same_decision(asked: Ref) -> None:
    warned_one = warned(asked)
    for item, decision in ((warned_one, "violation"), (refused(asked), "fine")):
        opened(asked, key=str(item))
        label = () if decision == "fine" else ("C_PROMO",)
        first, again = (decide(item, decision, *label, key=str(item)) for _ in range(2))
        assert (again.replayed, again.receipt) == (True, first.receipt)
    with pytest.raises(KeyReused):
        decide(item, "violation", "A_EMAIL", key=str(warned_one))
    assert len(rows()) == 2


def test_two_reviewers_make_one_decision(asked: Ref) -> None:
    item = warned(asked)
    for actor in (EDDA, IRIS):
        opened(asked, actor=actor)
    decide(item, "violation", "C_PROMO")
    with pytest.raises(Conflict):
        decide(item, "fine", actor=IRIS)
    assert len(rows()) == 1


def test_nobody_decides_without_having_looked(asked: Ref) -> None:
    item = warned(asked)
    with pytest.raises(Forbidden, match=r"oversight\.no_reading"):
        decide(item, "fine")
    for actor in (FELIX, ANNA, CLARA):
        with pytest.raises(Forbidden, match=r"oversight\.not_yours_to_judge"):
            decide(item, "fine", actor=actor)
        with pytest.raises(Forbidden):
            queries.review_queue(actor=actor, now=clock.now())


def test_what_is_no_decision_is_refused(asked: Ref) -> None:
    item = warned(asked)
    opened(asked)
    for decision, labels, reason, code in (
        ("", (), WHY, r"review\.decision"),
        ("maybe", (), WHY, r"review\.decision"),
        ("nothing", (), WHY, r"review\.decision"),
        ("violation", (), WHY, r"review\.no_violation"),
        ("violation", ("E_VAGUE",), WHY, r"review\.no_violation"),
        ("violation", ("A_SMELL",), WHY, r"review\.label"),
        ("violation", ("C_PROMO",), " \u200b", r"review\.no_reason"),
        ("warn", ("C_PROMO",), "", r"review\.no_reason"),
    ):
        with pytest.raises(Invalid, match=code):
            decide(item, decision, *labels, reason=reason)
    with pytest.raises(TooLarge):
        decide(item, "warn", reason="x" * 1001)
    with pytest.raises(NotFound):
        decide(Ref(item.seller_id, uuid7()), "fine")
    assert rows() == []


def test_a_sample_measures_and_nobody_is_told(asked: Ref) -> None:
    item = drawn(asked)
    opened(asked)
    for decision, labels in (("fine", ()), ("nothing", ("A_PHONE",)), ("missed", ())):
        with pytest.raises(Invalid, match=r"review\.measured"):
            decide(item, decision, *labels)
    done = decide(item, "missed", "A_PHONE", "B_PAY")
    with acting(SYSTEM):
        row = Sample.objects.get()
    assert (row.found, row.labels, row.read_by) == ("missed", "A_PHONE B_PAY", done.receipt.entry)
    assert entry(done.receipt.entry).audience == 2
    assert rows() == []
    assert decide(item, "missed", "A_PHONE", "B_PAY").replayed
    with pytest.raises(Conflict):
        decide(item, "nothing", key="other")


def test_the_open_item_has_words_findings_and_the_past(asked: Ref) -> None:
    past, item = warned(asked), warned(asked, key="second", text=f"{WARNED} {LOGGED}")
    with pytest.raises(Forbidden, match=r"oversight\.no_reading"):
        queries.open_item(actor=EDDA, now=clock.now(), item=item)
    opened(asked)
    decide(past, "violation", "C_PROMO")
    shown = queries.open_item(actor=EDDA, now=clock.now(), item=item)
    assert (shown.text, shown.author) == (f"{WARNED} {LOGGED}", "Anna")
    assert [(one.label, one.as_read) for one in shown.findings] == [
        ("C_PROMO", SALES),
        ("A_PHONE", MAYBE),
    ]
    assert (shown.past.reviewed, shown.past.violations, shown.past.labels) == (1, 1, [("C_PROMO", 1)])
    assert [month.violations for month in shown.past.months] == [0, 0, 0, 0, 0, 1]


def test_a_refused_text_is_read_from_its_attempt(asked: Ref) -> None:
    item = refused(asked)
    opened(asked)
    shown = queries.open_item(actor=EDDA, now=clock.now(), item=item)
    assert (shown.text, shown.place.side, shown.place.language) == (REFUSED, ANNA.side, ANNA.language)


def test_the_record_stays_whole(asked: Ref) -> None:
    opened(asked)
    first = decide(warned(asked), "violation", "C_PROMO", key="1").receipt.entry
    item = next(row.subject_id for row in rows())
    decide(Ref(asked.seller_id, item), "fine", key="2", replaces=first)
    decide(refused(asked), "violation", "A_EMAIL", key="3")
    decide(asked_for(asked, key="c"), "fine", key="4")
    decide(drawn(asked), "nothing", key="5")
    assert faults() == []
