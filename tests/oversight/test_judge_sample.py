"""Judge a sample: a person decides, once, with the file open, what the question counts as."""

import json
from dataclasses import replace

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry, Value
from helpdesk.archive.queries import verify
from helpdesk.archive.terms import Finding, Kept
from helpdesk.config.wiring import MIRRORS
from helpdesk.conversations import actions as conversations
from helpdesk.deadlines.models import Obligation, Sample
from helpdesk.deadlines.terms import Verdict, WaiverReason
from helpdesk.deadlines.terms.samples import Scorecard, Standard
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor, Role
from helpdesk.kernel.ids import Ref, uuid7
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound, TooLarge
from helpdesk.oversight import actions as oversight
from helpdesk.oversight import queries
from tests.cast import ANNA, CLARA, DMITRI, EDDA, FELIX, GRETA, person
from tests.oversight.conftest import QUESTION
from tests.oversight.samples import HOLDING, drawn_answer, marked, opened, stood_by

IRIS = replace(EDDA, person=person("Iris"), name="Iris")
SUPPORT = replace(EDDA, person=person("Sam"), name="Sam", roles=frozenset({Role.SUPPORT}))


CARD = Scorecard(reliable=4, complete=2, clear=3, polite=4, standard=Standard.QUESTION_OPEN)


def judge(
    sample: Ref,
    judgment: str = "unanswered",
    actor: Actor = EDDA,
    key: str = "k",
    note: str = "",
    scorecard: Scorecard | None = None,
) -> Kept:
    return oversight.judge_sample(
        actor=actor,
        now=clock.now(),
        sample=sample,
        judgment=judgment,
        note=note,
        key=key,
        scorecard=scorecard,
    )


def row(sample: Ref) -> Sample:
    with acting(SYSTEM):
        return Sample.objects.get(seller_id=sample.seller_id, id=sample.id)


def clock_of(sample: Ref) -> Obligation:
    with acting(SYSTEM):
        return Obligation.objects.get(id=row(sample).obligation_id)


def entries() -> list[Entry]:
    with acting(SYSTEM):
        return list(Entry.objects.filter(kind="sample.judged"))


def faults() -> list[Finding]:
    return [fault for fault in verify(mirrors=MIRRORS) if isinstance(fault, Finding)]


def test_a_question_found_unanswered_counts_as_such_and_its_clock_stands(asked: Ref) -> None:
    sample = stood_by(asked)
    opened(asked)
    kept = judge(sample)
    found = clock_of(sample)
    assert (found.verdict, found.corrected_verdict, found.corrected_by) == (
        "met",
        "unanswered",
        kept.receipt.entry,
    )
    with acting(SYSTEM):
        assert Obligation.objects.count() == 1  # nothing is asked anew


def test_an_answer_that_stands_changes_nothing(asked: Ref) -> None:
    sample = stood_by(asked)
    opened(asked)
    kept = judge(sample, "stands")
    assert (clock_of(sample).verdict, clock_of(sample).corrected_by) == ("met", None)
    assert (row(sample).judgment, row(sample).judged_by, row(sample).judged_at) == (
        "stands",
        kept.receipt.entry,
        kept.receipt.at,
    )


def test_a_mark_is_judged_in_the_same_way(asked: Ref) -> None:
    sample = marked(asked)
    opened(asked)
    judge(sample)
    assert (clock_of(sample).verdict, clock_of(sample).corrected_verdict) == ("waived", "unanswered")


def test_one_entry_that_the_sellers_side_sees_and_nobody_else(asked: Ref) -> None:
    sample = stood_by(asked)
    opened(asked)
    judge(sample, note="  Please say what you have found out.\n")
    (entry,) = entries()
    said = json.loads(bytes(entry.leaf))
    assert (entry.audience, said["by"]["role"]) == (1, "administrator")
    assert said["f"] == {"judgment": "unanswered", "sample": "stood_by"}
    assert said["ref"] == [
        ["judges", str(row(sample).subject_id)],
        ["obligation", str(row(sample).obligation_id)],
    ]
    with acting(ANNA):
        value = Value.objects.get(entry_id=entry.id, name="judgment")
        assert Sample.objects.get().judgment == "unanswered"
    assert json.loads(bytes(value.value))["note"] == "Please say what you have found out."
    for actor in (CLARA, DMITRI):
        with acting(actor):
            assert not Entry.objects.filter(id=entry.id).exists()
            assert not Sample.objects.exists()


def test_nobody_judges_without_having_looked(asked: Ref) -> None:
    sample = stood_by(asked)
    with pytest.raises(Forbidden, match=r"oversight\.no_reading"):
        judge(sample)
    opened(asked, actor=IRIS)
    with pytest.raises(Forbidden, match=r"oversight\.no_reading"):
        judge(sample)
    judge(sample, actor=IRIS)


@pytest.mark.parametrize("actor", [FELIX, GRETA, SUPPORT, ANNA, CLARA])
def test_nobody_judges_but_reviewers(asked: Ref, actor: Actor) -> None:
    sample = stood_by(asked)
    if actor.roles & {Role.SUPPORT, Role.COMPLIANCE, Role.AUDITOR}:
        opened(asked, actor=actor)
    with pytest.raises(Forbidden, match=r"oversight\.not_yours_to_judge"):
        judge(sample, actor=actor)
    for question in (queries.samples_waiting, queries.attempts_waiting):
        with pytest.raises(Forbidden):
            question(actor=actor)
    assert entries() == []


def test_nobody_judges_twice(asked: Ref) -> None:
    sample = stood_by(asked)
    for actor in (EDDA, IRIS):
        opened(asked, actor=actor)
    judge(sample)
    for actor, key in ((IRIS, "k"), (EDDA, "other")):
        with pytest.raises(Conflict, match=r"sample\.judged"):
            judge(sample, "stands", actor=actor, key=key)
    with pytest.raises(KeyReused):
        judge(sample, "stands")
    assert len(entries()) == 1


def test_the_same_request_again_is_the_same_judgment(asked: Ref) -> None:
    sample = stood_by(asked)
    opened(asked)
    first, again = judge(sample), judge(sample)
    assert (again.replayed, again.receipt) == (True, first.receipt)
    assert len(entries()) == 1


def test_what_is_no_judgment_is_refused(asked: Ref) -> None:
    sample = stood_by(asked)
    opened(asked)
    for judgment in ("", "maybe", "STANDS"):
        with pytest.raises(Invalid, match=r"sample\.judgment"):
            judge(sample, judgment)
    with pytest.raises(TooLarge):
        judge(sample, note="x" * 501)
    with pytest.raises(NotFound):
        judge(Ref(sample.seller_id, uuid7()))
    assert row(sample).judged_by is None


def test_the_record_stays_whole(asked: Ref) -> None:
    sample = stood_by(asked)
    opened(asked)
    judge(sample)
    assert faults() == []


def test_question_and_answer_stand_side_by_side(asked: Ref) -> None:
    sample = stood_by(asked)
    with pytest.raises(Forbidden, match=r"oversight\.no_reading"):
        queries.specimen(actor=EDDA, now=clock.now(), sample=sample)
    opened(asked)
    shown = queries.specimen(actor=EDDA, now=clock.now(), sample=sample)
    assert [message.text for message in shown.question] == [QUESTION]
    assert shown.answer is not None
    assert shown.answer.text == HOLDING
    assert shown.of.verdict is Verdict.MET


def test_a_mark_stands_with_its_reason(asked: Ref) -> None:
    sample = marked(asked)
    opened(asked)
    shown = queries.specimen(actor=EDDA, now=clock.now(), sample=sample)
    assert [message.text for message in shown.question] == ["Is it black?"]
    assert (shown.answer, shown.of.waived_for) == (None, WaiverReason.ANSWERED)


def test_marks_are_sealed_with_the_judgment(asked: Ref) -> None:
    sample = drawn_answer(asked)
    opened(asked)
    judge(sample, "stands", scorecard=CARD)
    (entry,) = entries()
    said = json.loads(bytes(entry.leaf))["f"]
    marks = {"reliable": 4, "complete": 2, "clear": 3, "polite": 4, "standard": "question_open"}
    assert said == {"judgment": "stands", "sample": "random", **marks}
    assert queries.sample_shown(actor=EDDA, sample=sample).scorecard == CARD
    assert faults() == []


def test_an_answer_that_was_drawn_has_marks_and_a_mark_of_no_reply_has_none(asked: Ref) -> None:
    sample = drawn_answer(asked)
    conversations.post_question(
        actor=CLARA, now=clock.now(), conversation=asked, draft="And the lid?", key="lid"
    )
    waiver = marked(asked)
    opened(asked)
    for found, card, code in (
        (sample, None, r"sample\.marks"),
        (sample, replace(CARD, clear=0), r"sample\.marks"),
        (sample, replace(CARD, clear=5), r"sample\.marks"),
        (sample, replace(CARD, standard=None), r"sample\.standard"),
        (waiver, CARD, r"sample\.no_answer"),
    ):
        with pytest.raises(Invalid, match=code):
            judge(found, "stands", scorecard=card)
    assert entries() == []


def test_the_trend_of_a_shop_is_its_own(asked: Ref) -> None:
    sample = drawn_answer(asked)
    opened(asked)
    judge(sample, "unanswered", scorecard=CARD)
    own = queries.quality_of_shop(actor=ANNA, now=clock.now())
    (month,) = own.months
    assert (month.judged, month.unanswered, month.mean) == (1, 1, 3.25)
    assert own.broken == [(Standard.QUESTION_OPEN, 1)]
    assert queries.quality_of_shop(actor=EDDA, now=clock.now(), seller_id=asked.seller_id) == own
    assert queries.quality_of_shop(actor=DMITRI, now=clock.now(), seller_id=asked.seller_id).months == []
    with pytest.raises(Forbidden):
        queries.quality_of_shop(actor=CLARA, now=clock.now(), seller_id=asked.seller_id)
    (shop,) = queries.quality_of_shops(actor=EDDA, now=clock.now())
    assert (shop.of.judged, shop.of.unanswered, shop.of.mean) == (1, 1, 3.25)
