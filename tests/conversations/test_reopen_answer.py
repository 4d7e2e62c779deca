"""Reopen an answer: "this did not answer my question" is one tap, and twice a question at most."""

from datetime import date, timedelta

import msgspec
import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries
from helpdesk.conversations.terms import HowAnswered, Manner, Posted
from helpdesk.deadlines.terms import WaiverReason
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA
from tests.conversations.clocks import HOUR, Story, findings, obligations, open_obligation


def reopen(
    story: Story, n: int, how: HowAnswered = HowAnswered.NO, actor: Actor = CLARA, key: str | None = None
) -> Posted:
    return conversations.reopen_answer(
        actor=actor, now=story.later(), conversation=story.thread, n=n, how=how, key=key or story.key()
    )


def refused(story: Story, n: int) -> str:
    with pytest.raises(Conflict) as refusal:
        reopen(story, n)
    return refusal.value.code


@pytest.mark.parametrize("how", [HowAnswered.PARTLY, HowAnswered.NO])
def test_the_question_is_open_again_from_the_tap(story: Story, how: HowAnswered) -> None:
    posted = reopen(story, story.reply().n, how)
    question, opened = obligations()
    assert (opened.id, opened.cause, opened.question_id) == (posted.receipt.entry, "reopened", question.id)
    assert opened.received_at == posted.receipt.at
    assert opened.deadline - opened.received_at == 24 * HOUR
    with acting(ANNA):
        leaf = msgspec.json.decode(bytes(Entry.objects.get(id=posted.receipt.entry).leaf))
    assert leaf["f"]["how"] == how
    assert leaf["ref"][1] == ["question", str(question.id)]
    assert findings() == []


def test_the_seller_finds_the_question_in_the_inbox_again(story: Story) -> None:
    reopen(story, story.reply().n)
    (row,) = queries.inbox(actor=ANNA)
    assert (row.preview, row.obligation.cause) == ("Is it 8 mm?", "reopened")


def test_the_first_verdict_stands(story: Story) -> None:
    reopen(story, story.reply().n)
    story.later(48 * HOUR)
    story.reply()
    assert [row.verdict for row in obligations()] == ["met", "late"]


def test_twice_a_question_and_no_more(story: Story) -> None:
    for _ in range(2):
        reopen(story, story.reply().n)
    n = story.reply().n
    assert refused(story, n) == "reopening.most"
    assert len({row.question_id for row in obligations()}) == 1
    assert findings() == []


def test_another_question_has_its_own_two(story: Story) -> None:
    for _ in range(2):
        reopen(story, story.reply().n)
    story.reply()
    story.ask("Something else: is it food-safe?")
    reopen(story, story.reply().n)
    assert open_obligation() is not None


def test_where_a_clock_runs_no_second_one_starts(story: Story) -> None:
    n = story.reply().n
    story.ask()
    assert refused(story, n) == "reopening.open"


@pytest.mark.parametrize("manner", [Manner.INTERIM, Manner.AUTOMATIC])
def test_what_answered_nothing_cannot_be_reopened(story: Story, manner: Manner) -> None:
    n = story.reply("We are checking.", manner=manner).n
    story.reply()
    assert refused(story, n) == "reopening.not_an_answer"
    assert refused(story, 0) == "reopening.not_an_answer"
    assert refused(story, 99) == "reopening.not_an_answer"


def test_a_mark_is_objected_to_and_not_reopened(story: Story) -> None:
    story.asked_again()
    n = conversations.waive_reply(
        actor=ANNA, now=story.later(), conversation=story.thread, reason=WaiverReason.DUPLICATE, key="mark"
    ).n
    assert refused(story, n) == "reopening.not_an_answer"


def test_a_promised_day_is_waited_for(story: Story) -> None:
    n = story.reply("I ask the maker and tell you on Thursday.", promise_on=date(2026, 11, 19)).n
    assert refused(story, n) == "reopening.promised"


def test_the_answer_that_keeps_a_promise_may_be_reopened(story: Story) -> None:
    story.reply("I ask the maker and tell you on Thursday.", promise_on=date(2026, 11, 19))
    reopen(story, story.reply("The maker says: 8 mm.").n)
    question, opened = obligations()
    assert (opened.cause, opened.question_id) == ("reopened", question.id)
    assert findings() == []


def test_a_second_promise_of_the_question_stops_no_clock(story: Story) -> None:
    story.reply("I ask the maker and tell you on Thursday.", promise_on=date(2026, 11, 19))
    reopen(story, story.reply("The maker says: 8 mm.").n)
    with pytest.raises(Invalid, match=r"promise\.second"):
        story.reply("I ask again.", promise_on=date(2026, 11, 20))
    assert open_obligation() is not None


@pytest.mark.parametrize("stranger", [DMITRI, HANIA])
def test_strangers_find_nothing(story: Story, stranger: Actor) -> None:
    with pytest.raises(NotFound):
        reopen(story, story.reply().n, actor=stranger)


@pytest.mark.parametrize("actor", [ANNA, EDDA])
def test_nobody_reopens_for_the_buyer(story: Story, actor: Actor) -> None:
    with pytest.raises(Forbidden):
        reopen(story, story.reply().n, actor=actor)


def test_the_same_request_again_is_answered_as_the_first_time(story: Story) -> None:
    n = story.reply().n
    first, again = reopen(story, n, key="tap"), reopen(story, n, key="tap")
    assert again.replayed
    assert again.receipt == first.receipt
    with pytest.raises(KeyReused):
        reopen(story, n, HowAnswered.PARTLY, key="tap")


def test_an_old_answer_may_be_reopened(story: Story) -> None:
    n = story.reply().n
    story.later(timedelta(days=40))
    reopen(story, n)
    assert open_obligation() is not None
