"""A draft is its writer's own, on every device, until it is sent, thrown away or erased."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.conf import settings

from helpdesk.archive import actions as archive
from helpdesk.composing import actions
from helpdesk.composing.queries import composing
from helpdesk.composing.terms import MAX_DRAFT
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Invalid, NotFound
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, READER


def draft(actor: Actor, conversation: Ref) -> str:
    """What the actor finds in the box."""
    return composing(actor=actor, now=clock.now(), conversation=conversation).draft


@pytest.mark.parametrize("writer", [ANNA, CLARA], ids=["seller", "buyer"])
def test_it_is_kept_and_nobody_else_reads_it(asked: Ref, writer: Actor) -> None:
    actions.keep_draft(actor=writer, now=clock.now(), conversation=asked, text="Half a sent")
    actions.keep_draft(actor=writer, now=clock.now(), conversation=asked, text="Half a sentence")
    assert draft(writer, asked) == "Half a sentence"
    for other in {ANNA, BRUNO, CLARA, DMITRI} - {writer}:
        assert draft(other, asked) == ""


def test_an_empty_text_throws_it_away(asked: Ref) -> None:
    actions.keep_draft(actor=ANNA, now=clock.now(), conversation=asked, text="Half a sentence")
    actions.keep_draft(actor=ANNA, now=clock.now(), conversation=asked, text="")
    assert draft(ANNA, asked) == ""


def test_it_goes_when_it_was_sent_by_another_way_and_a_newer_one_stays(asked: Ref) -> None:
    actions.keep_draft(actor=ANNA, now=clock.now(), conversation=asked, text="8 mm")
    actions.keep_draft(actor=BRUNO, now=clock.now(), conversation=asked, text="Bruno's own")
    reply(asked)
    follow()
    assert draft(ANNA, asked) == ""
    assert draft(BRUNO, asked) == "Bruno's own"

    conversations.post_question(
        actor=CLARA, now=clock.now(), conversation=asked, draft="And for the small one?", key="again"
    )
    reply(asked)
    actions.keep_draft(
        actor=ANNA, now=clock.now() + timedelta(seconds=1), conversation=asked, text="And a thing more"
    )
    follow()
    assert draft(ANNA, asked) == "And a thing more"


def test_the_page_forgets_it_at_once(asked: Ref) -> None:
    actions.keep_draft(actor=ANNA, now=clock.now(), conversation=asked, text="8 mm")
    actions.forget_draft(actor=ANNA, now=clock.now(), conversation=asked)
    assert draft(ANNA, asked) == ""


def test_it_goes_with_its_person(asked: Ref) -> None:
    actions.keep_draft(actor=CLARA, now=clock.now(), conversation=asked, text="My telephone is")
    with pytest.raises(Forbidden):
        actions.forget_writer(actor=EDDA, now=clock.now(), person=CLARA.person)
    actions.forget_writer(actor=SYSTEM, now=clock.now(), person=CLARA.person)
    assert draft(CLARA, asked) == ""


def test_who_does_not_write_there_keeps_nothing(asked: Ref) -> None:
    for actor in (READER, EDDA):
        with pytest.raises(Forbidden):
            actions.keep_draft(actor=actor, now=clock.now(), conversation=asked, text="x")
    with pytest.raises(NotFound):
        actions.keep_draft(actor=DMITRI, now=clock.now(), conversation=asked, text="x")
    with pytest.raises(Invalid, match=r"draft\.too_long"):
        actions.keep_draft(actor=ANNA, now=clock.now(), conversation=asked, text="x" * (MAX_DRAFT + 1))


def reply(asked: Ref) -> None:
    """Anna answers, by the API."""
    conversations.post_reply(
        actor=ANNA, now=clock.now(), conversation=asked, draft="The 8 mm one.", key=str(uuid4())
    )


def follow() -> None:
    """As the worker does all the time."""
    archive.number_entries(actor=SYSTEM, now=clock.now())
    archive.run_reactions(actor=SYSTEM, now=clock.now(), wiring=settings.HELPDESK_REACTIONS)
