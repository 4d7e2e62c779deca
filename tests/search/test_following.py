"""Search follows the record within two seconds, and takes in what else holds words: notes and agreements."""

from collections.abc import Callable

from django.conf import settings

from helpdesk.agreements import actions as agreements
from helpdesk.archive import actions as archive
from helpdesk.console import refreshing
from helpdesk.console.commands import work
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.search.queries import found
from helpdesk.search.terms import Kind
from helpdesk.teamwork import actions as teamwork
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, HANIA
from tests.retention.asking import approved, requested

FRESH_SECONDS = 2.0


def kinds(actor: Actor, text: str) -> list[Kind]:
    return [hit.kind for hit in found(actor=actor, text=text).hits]


def test_one_pass_of_the_worker_is_enough_and_none_is_far_away(talk: Ref) -> None:
    conversations.post_question(
        actor=CLARA, now=clock.now(), conversation=talk, draft="Hilft eine Entkalkung?", key="e"
    )
    assert kinds(CLARA, "entkalkung ") == []
    archive.number_entries(actor=SYSTEM, now=clock.now())
    archive.run_reactions(actor=SYSTEM, now=clock.now(), wiring=settings.HELPDESK_REACTIONS)
    assert kinds(CLARA, "entkalkung ") == [Kind.MESSAGE]
    assert work.POLL_SECONDS + work.LOOK_SECONDS < FRESH_SECONDS
    assert refreshing.LOOK_SECONDS < FRESH_SECONDS


def test_a_note_is_found_by_the_shop_alone_until_it_is_erased(talk: Ref, settle: Callable[[], None]) -> None:
    teamwork.add_note(
        actor=BRUNO, now=clock.now(), conversation=talk, note="Kulanz: Dichtungssatz beilegen", key="n"
    )
    settle()
    for colleague in (ANNA, BRUNO):
        (hit,) = found(actor=colleague, text="dichtungssatz ").hits
        assert (hit.kind, hit.conversation, hit.excerpt[:7]) == (Kind.NOTE, talk, "Kulanz:")
        assert hit.other == "Clara"
    for other in (CLARA, HANIA, DMITRI, EDDA):
        assert kinds(other, "dichtungssatz ") == []
    approved(requested(talk))
    settle()
    assert kinds(ANNA, "dichtungssatz ") == []


def test_what_is_to_be_confirmed_is_found_by_both(talk: Ref, settle: Callable[[], None]) -> None:
    posted = agreements.ask_for_confirmation(
        actor=ANNA, now=clock.now(), conversation=talk, words="Bitte bestätigen: Farbe Anthrazit", key="b"
    )
    settle()
    for actor in (ANNA, CLARA):
        (hit,) = found(actor=actor, text="anthrazit ").hits
        assert (hit.kind, hit.n, hit.side) == (Kind.AGREEMENT, posted.n, ANNA.side)
        assert [hit.excerpt[a:b] for a, b in hit.marks] == ["Anthrazit"]
    for stranger in (HANIA, DMITRI, EDDA):
        assert kinds(stranger, "anthrazit ") == []
