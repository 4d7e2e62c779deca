"""The centre: what calls for a person in this hat, counted in one statement; read marks are their own."""

from datetime import timedelta

import pytest

from helpdesk.archive.database.scope import everything
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.notifications import actions, queries
from helpdesk.notifications.models import Delivery
from helpdesk.notifications.terms import Kind, State
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, HANIA
from tests.conversations.clocks import MONDAY, Story
from tests.notifications.told import react
from tests.statements import statements

SCOPED = 4  # BEGIN, the scope's statement, ours, COMMIT


def test_the_count_takes_one_statement_and_ends_with_the_answer(story: Story) -> None:
    story.ask()
    react(story.now)
    with statements() as count:
        assert queries.unread_count(actor=ANNA) == 2
    assert count() <= SCOPED
    story.reply()
    react(story.now)
    assert [queries.unread_count(actor=each) for each in (ANNA, BRUNO, CLARA)] == [0, 0, 1]


def test_the_list_is_the_latest_first_and_goes_on(story: Story) -> None:
    for _ in range(4):
        story.ask()
    react(story.now)
    with statements() as count:
        first = queries.notices_of(actor=ANNA, limit=3)
    assert count() <= SCOPED
    rest = queries.notices_of(actor=ANNA, limit=3, after=(first[-1].at, first[-1].id.id))
    found = [line.at for line in [*first, *rest]]
    assert len(found) == 5
    assert found == sorted(found, reverse=True)
    assert {line.conversation for line in [*first, *rest]} == {story.thread}


def test_a_read_mark_is_the_readers_own(story: Story) -> None:
    react(MONDAY)
    assert actions.mark_read(actor=ANNA, now=story.now, conversation=story.thread) == 1
    assert actions.mark_read(actor=ANNA, now=story.now) == 0
    assert (queries.unread_count(actor=ANNA), queries.unread_count(actor=BRUNO)) == (0, 1)
    assert [line.read_at for line in queries.notices_of(actor=ANNA)] == [story.now]


@pytest.mark.parametrize("actor", [DMITRI, HANIA, CLARA])
def test_strangers_see_and_mark_nothing(story: Story, actor: Actor) -> None:
    react(MONDAY)
    assert actions.mark_read(actor=actor, now=story.now, conversation=story.thread) == 0
    assert (queries.unread_count(actor=actor), queries.notices_of(actor=actor)) == (0, [])
    assert queries.unread_count(actor=ANNA) == 1


def test_another_thread_stays_unread(story: Story) -> None:
    react(MONDAY)
    other = Ref(story.thread.seller_id, CLARA.person)
    assert actions.mark_read(actor=ANNA, now=story.now, conversation=other) == 0


def test_a_bounce_is_shown_to_whom_it_concerns(story: Story) -> None:
    react(MONDAY)
    done = MONDAY + timedelta(minutes=1)
    with everything():
        Delivery.objects.filter(person_id=ANNA.person).update(
            state=State.BOUNCED.value, answer="550", next_at=None, done_at=done
        )
    [trouble] = queries.troubles_of(actor=ANNA)
    assert (trouble.at, trouble.state, trouble.answer) == (done, State.BOUNCED, "550")
    assert queries.troubles_of(actor=BRUNO) == []
    assert queries.notices_of(actor=ANNA)[0].kind is Kind.MESSAGE
