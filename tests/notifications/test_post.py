"""Post: the operator sees that mails wait or are lost, never what they tell."""

from datetime import timedelta

import pytest

from helpdesk.archive.database.scope import everything
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden
from helpdesk.notifications import queries
from helpdesk.notifications.models import Delivery
from helpdesk.notifications.terms import State
from tests.cast import ANNA, CLARA, EDDA, PLATFORM
from tests.conversations.clocks import MONDAY, Story
from tests.notifications.told import react
from tests.statements import statements

LATER = MONDAY + timedelta(minutes=1)
SCOPED = 5  # BEGIN, the scope's statement, two of ours, COMMIT


def test_what_waits_and_what_was_lost(story: Story) -> None:
    react(MONDAY)
    with everything():
        Delivery.objects.filter(person_id=ANNA.person).update(
            state=State.BOUNCED.value, answer="550", next_at=None, done_at=LATER
        )
    with statements() as count:
        found = queries.post(actor=EDDA, now=LATER)
    assert count() <= SCOPED
    assert (found.waiting, found.since) == (1, MONDAY)
    [lost] = found.lost
    assert (lost.person, lost.state, lost.answer, lost.at) == ("Anna", State.BOUNCED, "550", LATER)
    assert queries.post(actor=EDDA, now=LATER + timedelta(days=31)).lost == ()


def test_what_is_not_due_yet_does_not_wait(story: Story) -> None:
    react(MONDAY)
    assert queries.post(actor=EDDA, now=MONDAY - timedelta(minutes=1)).waiting == 0


@pytest.mark.parametrize("actor", [ANNA, CLARA, PLATFORM])
def test_nobody_else_looks(story: Story, actor: Actor) -> None:
    with pytest.raises(Forbidden):
        queries.post(actor=actor, now=LATER)
