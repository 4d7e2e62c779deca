"""An author sees that the other side has read, since when, and not who it was."""

from datetime import timedelta

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.composing import actions
from helpdesk.composing.models import Seen
from helpdesk.composing.queries import composing
from helpdesk.composing.terms import Read
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, HANIA


def test_both_sides_see_how_far_the_other_has_read(asked: Ref) -> None:
    now = clock.now()
    actions.note_read(actor=BRUNO, now=now, conversation=asked, n=0)
    mark = {Side.SELLER: Read(n=0, at=now)}
    for actor in (CLARA, ANNA):
        assert composing(actor=actor, now=now, conversation=asked).read == mark
    for actor in (HANIA, DMITRI):
        assert not composing(actor=actor, now=now, conversation=asked).read


def test_it_only_goes_further_and_never_beyond_the_last_message(asked: Ref) -> None:
    first = clock.now()
    actions.note_read(actor=ANNA, now=first, conversation=asked, n=99)
    actions.note_read(actor=BRUNO, now=first + timedelta(minutes=5), conversation=asked, n=0)
    assert composing(actor=CLARA, now=first, conversation=asked).read[Side.SELLER] == Read(n=0, at=first)
    conversations.post_question(actor=CLARA, now=clock.now(), conversation=asked, draft="Und?", key="2")
    later = first + timedelta(minutes=9)
    actions.note_read(actor=ANNA, now=later, conversation=asked, n=1)
    assert composing(actor=CLARA, now=later, conversation=asked).read[Side.SELLER] == Read(n=1, at=later)


def test_the_operator_reads_unseen_and_strangers_find_nothing(asked: Ref) -> None:
    with pytest.raises(Forbidden):
        actions.note_read(actor=EDDA, now=clock.now(), conversation=asked, n=0)
    for actor in (DMITRI, HANIA):
        with pytest.raises(NotFound):
            actions.note_read(actor=actor, now=clock.now(), conversation=asked, n=0)


def test_a_buyers_marks_go_with_the_buyer(asked: Ref) -> None:
    for actor in (ANNA, CLARA):
        actions.note_read(actor=actor, now=clock.now(), conversation=asked, n=0)
    actions.forget_writer(actor=SYSTEM, now=clock.now(), person=CLARA.person)
    with acting(ANNA):
        assert [row.side for row in Seen.objects.all()] == ["seller"]
