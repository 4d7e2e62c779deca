"""The buyer's questions: which of them wait, what an answer says of each, and what the buyer says of that."""

import msgspec
import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries
from helpdesk.conversations.models import Tick as Row
from helpdesk.conversations.terms import HowAnswered, Manner, Posted, Ticks
from helpdesk.deadlines.models import Sample
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA
from tests.conversations.clocks import Story, findings, open_obligation

TWO = "What voltage does it need? When will you send it?"
VOLTS = "It needs 230 volts."


def waiting(story: Story, actor: Actor = ANNA) -> list[str]:
    thread = queries.thread(actor=actor, conversation=story.thread)
    ticks = queries.ticks_in(actor=actor, conversation=story.thread)
    return [one.id for one in queries.waiting_in(thread=thread, ticks=ticks).questions]


def words(story: Story) -> list[str]:
    thread = queries.thread(actor=ANNA, conversation=story.thread)
    ticks = queries.ticks_in(actor=ANNA, conversation=story.thread)
    return [one.text for one in queries.waiting_in(thread=thread, ticks=ticks).questions]


@pytest.fixture
def two(story: Story) -> tuple[str, str]:
    """Two questions that wait, and nothing else."""
    story.reply()
    story.ask(TWO)
    first, second = waiting(story)
    return first, second


def leaf(posted: Posted) -> dict[str, object]:
    with acting(ANNA):
        found = msgspec.json.decode(bytes(Entry.objects.get(id=posted.receipt.entry).leaf))
    facts: dict[str, object] = found["f"]
    return facts


def complete(story: Story, n: int, actor: Actor = CLARA, key: str | None = None) -> Posted:
    return conversations.call_complete(
        actor=actor, now=story.later(), conversation=story.thread, n=n, key=key or story.key()
    )


def reopen(story: Story, n: int, *questions: str, how: HowAnswered = HowAnswered.PARTLY) -> Posted:
    return conversations.reopen_answer(
        actor=CLARA,
        now=story.later(),
        conversation=story.thread,
        n=n,
        how=how,
        key=story.key(),
        questions=questions,
    )


def test_questions_are_named_by_where_they_stand(story: Story) -> None:
    story.ask(TWO)
    assert waiting(story) == ["0.0.11", "1.0.26", "1.27.49"]
    assert words(story) == ["Is it 8 mm?", "What voltage does it need?", "When will you send it?"]
    assert waiting(story, CLARA) == waiting(story)


def test_nothing_waits_after_an_answer(story: Story) -> None:
    story.reply()
    assert waiting(story) == []
    story.ask("Thank you!")
    assert waiting(story) == []


def test_what_both_sides_of_the_list_say_is_kept_as_codes(story: Story, two: tuple[str, str]) -> None:
    posted = story.reply(f"{VOLTS} We send it tomorrow.", ticks=Ticks(answered=two))
    facts = leaf(posted)
    assert (facts["questions"], facts["answered"]) == (2, " ".join(two))
    assert "later" not in facts
    assert open_obligation() is None
    assert findings() == []


def test_the_machine_ticks_what_its_author_did_not(story: Story, two: tuple[str, str]) -> None:
    posted = story.reply(f"{VOLTS} We send it tomorrow.", ticks=Ticks())
    assert leaf(posted)["answered"] == " ".join(two)


def test_one_left_for_later_keeps_the_deadline(story: Story, two: tuple[str, str]) -> None:
    first, second = two
    before = open_obligation()
    posted = story.reply(VOLTS, ticks=Ticks(answered=(first,), later=(second,)))
    after = open_obligation()
    assert before is not None
    assert after is not None
    assert (after.id, after.deadline) == (before.id, before.deadline)
    assert (leaf(posted)["manner"], leaf(posted)["later"]) == ("interim", second)
    assert waiting(story) == [second]
    assert findings() == []


def test_one_that_seems_open_is_asked_about_once(story: Story, two: tuple[str, str]) -> None:
    with pytest.raises(Invalid, match=r"reply\.leaves_questions"):
        story.reply(VOLTS, ticks=Ticks())
    assert open_obligation() is not None
    story.reply(VOLTS, manner=Manner.FULL, ticks=Ticks())
    assert open_obligation() is None
    with acting(EDDA):
        assert Sample.objects.get().kind == "stood_by"


def test_as_an_interim_note_it_leaves_the_rest_for_later(story: Story, two: tuple[str, str]) -> None:
    posted = story.reply(VOLTS, manner=Manner.INTERIM, ticks=Ticks())
    assert (leaf(posted)["answered"], leaf(posted)["later"]) == two
    assert open_obligation() is not None


def test_a_tick_against_the_machine_is_the_authors_word_and_sampled(
    story: Story, two: tuple[str, str]
) -> None:
    story.reply(VOLTS, ticks=Ticks(answered=two))
    assert open_obligation() is None
    with acting(EDDA):
        assert Sample.objects.get().kind == "stood_by"
    assert findings() == []


def test_what_a_day_is_promised_for_still_waits_without_a_clock(story: Story, two: tuple[str, str]) -> None:
    first, second = two
    day = story.now.date().replace(day=story.now.day + 1)
    story.reply(VOLTS, ticks=Ticks(answered=(first,), later=(second,)), promise_on=day)
    assert open_obligation() is None
    assert waiting(story) == [second]
    story.reply("We send it tomorrow.", ticks=Ticks(answered=(second,)))
    assert waiting(story) == []
    assert findings() == []


@pytest.mark.parametrize(
    ("answered", "later", "code"),
    [
        (("0",), (), "questions.unknown"),
        (("1.2.3\n",), (), "questions.unknown"),
        (("0.0.11",), (), "questions.not_open"),
        (("99.0.5",), (), "questions.not_open"),
    ],
)
def test_other_names_are_refused(
    story: Story, two: tuple[str, str], answered: tuple[str, ...], later: tuple[str, ...], code: str
) -> None:
    with pytest.raises((Invalid, Conflict), match=code):
        story.reply(ticks=Ticks(answered=answered, later=later))
    assert open_obligation() is not None


def test_what_contradicts_itself_is_refused(story: Story, two: tuple[str, str]) -> None:
    for ticks, manner, code in (
        (Ticks(answered=two, later=two), None, "questions.both"),
        (Ticks(later=two), Manner.FULL, "questions.later_in_full"),
        (Ticks(answered=two), Manner.AUTOMATIC, "questions.automatic"),
    ):
        with pytest.raises(Invalid, match=code):
            story.reply(VOLTS, manner=manner, ticks=ticks)
    with acting(EDDA):
        assert not Row.objects.exists()


def test_whoever_was_not_shown_the_list_says_nothing_of_it(story: Story, two: tuple[str, str]) -> None:
    posted = story.reply(VOLTS)
    assert "questions" not in leaf(posted)
    assert open_obligation() is None


def test_the_buyer_names_what_is_still_open(story: Story, two: tuple[str, str]) -> None:
    _, second = two
    n = story.reply(VOLTS, manner=Manner.FULL, ticks=Ticks(answered=two)).n
    posted = reopen(story, n, second)
    assert (leaf(posted)["questions"], leaf(posted)["open"]) == (1, second)
    assert waiting(story) == [second]
    assert open_obligation() is not None
    assert findings() == []


def test_naming_none_opens_the_whole(story: Story, two: tuple[str, str]) -> None:
    n = story.reply(VOLTS, ticks=Ticks(answered=two)).n
    reopen(story, n, how=HowAnswered.NO)
    assert waiting(story) == list(two)


def test_only_questions_of_that_answer_can_be_named(story: Story, two: tuple[str, str]) -> None:
    n = story.reply(VOLTS, ticks=Ticks(answered=two)).n
    for name in ("0.0.11", "x"):
        with pytest.raises(Invalid, match=r"questions\.unknown"):
            reopen(story, n, name)
    assert open_obligation() is None


def test_complete_is_on_record_and_moves_no_clock(story: Story, two: tuple[str, str]) -> None:
    n = story.reply(VOLTS, ticks=Ticks(answered=two)).n
    posted = complete(story, n)
    assert leaf(posted) == {"how": "complete", "questions": 0}
    assert open_obligation() is None
    last = queries.ticks_in(actor=ANNA, conversation=story.thread)[-1]
    assert (last.how, last.entry) == (HowAnswered.COMPLETE, posted.receipt.entry)
    assert findings() == []
    reopen(story, n)  # a slip of the thumb is no waiver
    assert open_obligation() is not None


def test_complete_is_the_buyers_word_on_an_answer(story: Story) -> None:
    n = story.reply().n
    for actor in (ANNA, EDDA):
        with pytest.raises(Forbidden):
            complete(story, n, actor=actor)
    with pytest.raises(Conflict, match=r"reopening\.not_an_answer"):
        complete(story, 0)
    assert complete(story, n, key="once").n == complete(story, n, key="once").n
    with pytest.raises(KeyReused):
        complete(story, n + 1, key="once")


def test_complete_opens_nothing_again(story: Story) -> None:
    n = story.reply().n
    with pytest.raises(Invalid, match=r"reopening\.complete"):
        reopen(story, n, how=HowAnswered.COMPLETE)


def test_strangers_see_nothing_of_it(story: Story, two: tuple[str, str]) -> None:
    story.reply(VOLTS, ticks=Ticks(answered=two))
    for actor in (DMITRI, HANIA):
        assert queries.ticks_in(actor=actor, conversation=story.thread) == []
