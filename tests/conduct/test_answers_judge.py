"""The judge of answers: what it makes of the rules' verdict, and that it is packed as it was trained."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.conduct.rules.answers import questions_in, treat
from helpdesk.conduct.rules.answers.judge import (
    MOST_JUDGED,
    Head,
    judged,
    packed,
    shipped,
    unpacked,
    verdict_of,
)
from helpdesk.conduct.rules.answers.prose import Prose
from helpdesk.conduct.rules.answers.treating import heard
from helpdesk.conduct.rules.answers.witnesses import BUCKETS, witnesses
from helpdesk.conduct.terms import Question, Treated, Treatment

ASKED = "Is the lamp dimmable? How tall is it?"
MIRRORED = [
    (ASKED, "It is 42 cm tall."),
    ("Ist die Lampe dimmbar? Wie hoch ist sie?", "Sie ist 42 cm hoch."),
    ("La lampada è dimmerabile? Quanto è alta?", "È alta 42 cm."),
]


@pytest.mark.parametrize(("asked", "reply"), MIRRORED)
def test_the_question_that_is_left_open_is_named(asked: str, reply: str) -> None:
    first, second = treat(asked=asked, reply=reply)
    assert (first.treatment, second.treatment) == (Treatment.IGNORED, Treatment.ANSWERED)


def test_a_complete_reply_leaves_nothing_open() -> None:
    found = treat(asked=ASKED, reply="Yes, it is dimmable. It is 42 cm tall.")
    assert {one.treatment for one in found} == {Treatment.ANSWERED}


def test_thanks_alone_answer_nothing() -> None:
    found = treat(asked=ASKED, reply="Hello, thank you for your message and have a nice day!")
    assert {one.treatment for one in found} == {Treatment.IGNORED}


def test_what_the_rules_say_is_evaded_stays_open() -> None:
    (found,) = treat(asked="When does it arrive?", reply="As soon as possible.")
    assert found.treatment is Treatment.VAGUE
    assert verdict_of(found) == (0.0, 1.0, 0.0)


def test_of_very_many_questions_the_rules_alone_decide() -> None:
    asked = "Is it new? " * (MOST_JUDGED + 1)
    case = heard(buyer=Prose(asked), reply="Thank you.", questions=questions_in(text=asked))
    assert judged(case) is case.ruled


def test_a_chance_grows_with_what_speaks_for_it() -> None:
    head = Head(0.1, -1.0, (0.5, 0.5, -0.2), bytes([138, *[128] * (BUCKETS - 1)]))
    silent, heard_ = head.chance({}, (0.0, 0.0, 0.0)), head.chance({0: 1.0, 1: 1.0}, (0.0, 0.0, 0.0))
    assert silent < heard_ == pytest.approx(0.5)
    assert head.chance({0: 1.0}, (1.0, 0.0, 0.0)) > heard_ > head.chance({0: 1.0}, (0.0, 0.0, 1.0))


def test_packed_heads_come_back() -> None:
    assert unpacked(packed(shipped())) == shipped()
    assert all(len(one.weights) == BUCKETS for one in shipped())
    with pytest.raises(ValueError, match="not a judge"):
        unpacked(b"something else")


def test_the_same_is_heard_twice() -> None:
    case = heard(buyer=Prose(ASKED), reply="It is 42 cm tall.", questions=questions_in(text=ASKED))
    first, second = (
        witnesses(wanted=case.wanted, clauses=case.clauses, languages=case.languages) for _ in range(2)
    )
    assert first == second
    assert all(0 <= at < BUCKETS for one in first for at in one)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="abc tak nein 42?.,!\n", max_size=200))
def test_any_reply_is_judged(reply: str) -> None:
    found = treat(asked=ASKED, reply=reply)
    assert len(found) == 2
    assert all(0 <= one.score <= 1 for one in found)


def test_a_question_of_another_caller_keeps_its_place() -> None:
    one = Question(id="mine", start=22, end=37, text=ASKED[22:37])
    (found,) = treat(asked=ASKED, reply="42 cm", questions=[one])
    assert found == Treated(question=one, treatment=Treatment.ANSWERED, score=found.score)
