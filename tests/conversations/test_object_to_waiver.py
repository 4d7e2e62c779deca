"""Object to a waiver: the buyer does need a reply; the seller has the time that was left, or eight hours."""

from datetime import timedelta

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries
from helpdesk.conversations.terms import Posted
from helpdesk.deadlines.models import Waiver
from helpdesk.deadlines.terms import LEAST_LEFT_US, WaiverReason
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict, Forbidden, KeyReused, NotFound
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA, READER
from tests.conversations.clocks import HOUR, Story, findings, obligations, open_obligation

MINUTE = timedelta(minutes=1)


def waive(story: Story, key: str = "mark") -> Posted:
    return conversations.waive_reply(
        actor=ANNA, now=story.later(), conversation=story.thread, reason=WaiverReason.ANSWERED, key=key
    )


def marked(story: Story, after: timedelta = 10 * HOUR) -> Story:
    """A second question, marked so long after it was asked."""
    story.asked_again().later(after - MINUTE)
    waive(story)
    return story


def object_(story: Story, actor: Actor = CLARA, key: str = "object") -> Posted:
    return conversations.object_to_waiver(actor=actor, now=story.later(), conversation=story.thread, key=key)


def refused(story: Story) -> str:
    with pytest.raises(Conflict) as refusal:
        object_(story)
    return refusal.value.code


def test_the_clock_goes_on_with_the_time_that_was_left(story: Story) -> None:
    posted = object_(marked(story))
    question, opened = obligations()[-2], open_obligation()
    assert opened is not None
    assert (opened.id, opened.cause, opened.question_id) == (posted.receipt.entry, "objection", question.id)
    assert opened.received_at == posted.receipt.at
    assert opened.deadline - opened.received_at == 14 * HOUR
    assert opened.budget_us == opened.deadline.timestamp() * 1e6 - opened.received_at.timestamp() * 1e6
    assert opened.next_at == opened.received_at + 7 * HOUR
    assert findings() == []


@pytest.mark.parametrize("after", [16 * HOUR, 20 * HOUR, 24 * HOUR])
def test_a_mark_in_the_last_minute_leaves_eight_hours(story: Story, after: timedelta) -> None:
    object_(marked(story, after))
    opened = open_obligation()
    assert opened is not None
    assert opened.budget_us == LEAST_LEFT_US
    assert opened.deadline - opened.received_at == 8 * HOUR


def test_only_the_business_day_counts_after_it_too(story: Story) -> None:
    marked(story, 20 * HOUR).later(4 * 24 * HOUR)  # Saturday morning
    object_(story)
    opened = open_obligation()
    assert opened is not None
    assert opened.deadline.isoformat() == "2026-11-23T07:00:00+00:00"  # eight hours of Monday, in Warsaw


def test_the_seller_finds_the_question_in_the_inbox_again(story: Story) -> None:
    object_(marked(story))
    (row,) = queries.inbox(actor=ANNA)
    assert (row.preview, row.n, row.obligation.cause) == ("And does it fit?", 2, "objection")
    thread = queries.thread(actor=CLARA, conversation=story.thread)
    assert thread.obligation == row.obligation
    assert queries.quiet_threads(actor=ANNA) == []


def test_a_reply_answers_it(story: Story) -> None:
    object_(marked(story))
    story.reply()
    assert [row.verdict for row in obligations()] == ["met", "waived", "met"]
    assert findings() == []


def test_the_mark_knows_who_objected(story: Story) -> None:
    posted = object_(marked(story))
    with acting(ANNA):
        assert Waiver.objects.get().objected_by == posted.receipt.entry


def test_once_is_enough(story: Story) -> None:
    object_(marked(story))
    story.reply()
    with pytest.raises(Conflict, match=r"objection\.second"):
        object_(story, key="again")


def test_five_business_days_and_no_longer(story: Story) -> None:
    marked(story)
    with acting(CLARA):
        until = Waiver.objects.get().objection_until
    story.now = until
    assert refused(story) == "objection.past"
    assert open_obligation() is None


def test_the_last_instant_still_counts(story: Story) -> None:
    marked(story)
    with acting(CLARA):
        until = Waiver.objects.get().objection_until
    story.now = until - MINUTE
    object_(story)
    assert open_obligation() is not None


def test_without_a_mark_there_is_nothing_to_object_to(story: Story) -> None:
    story.reply()
    assert refused(story) == "objection.nothing_marked"


def test_where_a_clock_runs_no_second_one_starts(story: Story) -> None:
    marked(story).ask("And the lever?")
    assert refused(story) == "objection.open"
    assert len([row for row in obligations() if row.answered_at is None]) == 1


def test_the_latest_mark_is_meant(story: Story) -> None:
    marked(story).ask("And the lever?")
    latest = waive(story, "second mark")
    object_(story)
    with acting(CLARA):
        assert Waiver.objects.exclude(objected_by=None).get().id == latest.receipt.entry


@pytest.mark.parametrize("stranger", [DMITRI, HANIA])
def test_strangers_find_nothing(story: Story, stranger: Actor) -> None:
    with pytest.raises(NotFound):
        object_(marked(story), stranger)


@pytest.mark.parametrize("actor", [ANNA, READER, EDDA])
def test_nobody_objects_for_the_buyer(story: Story, actor: Actor) -> None:
    with pytest.raises(Forbidden):
        object_(marked(story), actor)


def test_the_same_request_again_is_answered_as_the_first_time(story: Story) -> None:
    first, again = object_(marked(story)), object_(story)
    assert again.replayed
    assert again.receipt == first.receipt


def test_a_key_stands_for_one_deed(story: Story) -> None:
    n = story.reply().n
    story.ask()
    waive(story)
    object_(story)
    with pytest.raises(KeyReused):
        conversations.insist(actor=CLARA, now=story.later(), conversation=story.thread, n=n, key="object")
