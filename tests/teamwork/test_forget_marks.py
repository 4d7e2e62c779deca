"""A thread without words keeps no marks: a tag may name a person."""

import pytest

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import everything
from helpdesk.config.wiring import REACTIONS
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.teamwork import actions
from helpdesk.teamwork.models import Assignment, Snooze, Tagging
from helpdesk.teamwork.terms import MAX_SNOOZE
from tests.cast import ANNA, CLARA
from tests.conversations.conftest import QUESTION
from tests.retention.asking import erased


@pytest.fixture
def marked(asked: Ref) -> Ref:
    """Clara's thread with every mark."""
    now = clock.now()
    actions.assign(actor=ANNA, now=now, conversation=asked, person=ANNA.person)
    actions.snooze(actor=ANNA, now=now, conversation=asked, until=now + MAX_SNOOZE)
    actions.set_tags(actor=ANNA, now=now, conversation=asked, tags=["clara", "vip"])
    return asked


def left() -> list[int]:
    """How many marks there are."""
    while archive.number_entries(actor=SYSTEM, now=clock.now()):
        pass
    archive.run_reactions(actor=SYSTEM, now=clock.now(), wiring=REACTIONS)
    with everything():
        return [table.objects.count() for table in (Assignment, Snooze, Tagging)]


@pytest.mark.parametrize("scope", ["conversation", "buyer"])
def test_they_go_with_the_words(marked: Ref, scope: str) -> None:
    assert left() == [1, 1, 2]
    erased(marked, scope)
    assert left() == [0, 0, 0]


def test_they_stay_while_a_message_is_left(marked: Ref) -> None:
    conversations.post_question(actor=CLARA, now=clock.now(), conversation=marked, draft=QUESTION, key="2")
    erased(marked, "messages", [0])
    assert left() == [1, 1, 2]
