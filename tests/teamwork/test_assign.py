"""Who looks after a thread: one who answers in the shop, or nobody."""

from dataclasses import replace

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Role
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Invalid, NotFound
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace.queries import team_of
from helpdesk.teamwork import actions, queries
from helpdesk.teamwork.models import Assignment
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, READER


def assign(conversation: Ref, to: Actor | None, *, actor: Actor = ANNA) -> None:
    """Somebody of the shop's hands it over."""
    person = to.person if to else None
    actions.assign(actor=actor, now=clock.now(), conversation=conversation, person=person)


def after(conversation: Ref, *, actor: Actor = ANNA) -> str | None:
    """Who looks after it, as a colleague sees it."""
    found = queries.marks_of(actor=actor, now=clock.now(), conversations=[conversation])
    return found[conversation].name if conversation in found else None


def test_nobody_at_first_then_whoever_takes_it_then_whoever_is_given_it(asked: Ref) -> None:
    assert after(asked) == ""
    assign(asked, ANNA)
    assert after(asked) == "Anna"
    assign(asked, BRUNO, actor=BRUNO)
    assign(asked, BRUNO)
    assert after(asked, actor=READER) == "Bruno"
    assign(asked, None)
    assign(asked, None)
    assert after(asked) == ""


def test_its_row_says_who_did_it_and_when(asked: Ref) -> None:
    assign(asked, BRUNO)
    with acting(ANNA):
        [row] = Assignment.objects.all()
    assert (row.person_id, row.by_id) == (BRUNO.person, ANNA.person)


@pytest.mark.parametrize("to", [CLARA, DMITRI, EDDA])
def test_only_who_answers_in_the_shop_looks_after_anything(asked: Ref, to: Actor) -> None:
    with pytest.raises(Invalid, match="not_on_team"):
        assign(asked, to)


@pytest.mark.parametrize("actor", [CLARA, DMITRI, EDDA, READER])
def test_nobody_else_hands_it_over(asked: Ref, actor: Actor) -> None:
    with pytest.raises(NotFound if actor is DMITRI else Forbidden):
        assign(asked, ANNA, actor=actor)


@pytest.mark.parametrize("actor", [CLARA, DMITRI, EDDA])
def test_nobody_else_sees_it(asked: Ref, actor: Actor) -> None:
    assign(asked, ANNA)
    assert queries.marks_of(actor=actor, now=clock.now(), conversations=[asked]) == {}
    if actor is not EDDA:
        with acting(actor):
            assert not Assignment.objects.exists()


def test_who_left_the_team_looks_after_nothing(asked: Ref) -> None:
    assign(asked, BRUNO)
    [bruno] = [one for one in team_of(actor=ANNA) if one.name == "Bruno"]
    marketplace.remove_member(actor=ANNA, now=clock.now(), member=bruno.ref)
    found = queries.marks_of(actor=ANNA, now=clock.now(), conversations=[asked])
    assert (found[asked].person, found[asked].name) == (None, "")
    with pytest.raises(Invalid):
        assign(asked, BRUNO)


def test_a_reader_is_no_answer(asked: Ref) -> None:
    [bruno] = [one for one in team_of(actor=ANNA) if one.name == "Bruno"]
    marketplace.change_role(actor=ANNA, now=clock.now(), member=bruno.ref, role=Role.READER)
    with pytest.raises(Invalid):
        assign(asked, BRUNO)
    with pytest.raises(Forbidden):
        assign(asked, ANNA, actor=replace(BRUNO, roles=frozenset({Role.READER})))
