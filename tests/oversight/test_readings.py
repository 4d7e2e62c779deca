"""Readings: everybody at the desk sees who read what and why, and what is open for oneself; never a word."""

from dataclasses import replace
from datetime import timedelta

import pytest

from helpdesk.accounts import actions as accounts
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor, Role
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.oversight import actions as oversight
from helpdesk.oversight.queries import readings, readings_in_force
from helpdesk.oversight.terms import READING_LASTS, ReadingShown
from tests.cast import ANNA, CLARA, EDDA, FELIX, GRETA, HANIA, PLATFORM
from tests.oversight.conftest import QUESTION
from tests.shops import Shops
from tests.statements import statements

ROOT = replace(EDDA, roles=frozenset({Role.PLATFORM_ADMIN}))


@pytest.fixture
def read(shops: Shops, asked: Ref) -> list[Ref]:
    """Edda read Clara's file and then Hania's on the Polish market; Felix read Clara's last."""
    now = clock.now()
    for one in (EDDA, FELIX):
        accounts.enrol_person(actor=SYSTEM, now=now, id=one.person, display_name=one.name, language="en")
    other = conversations.ask_about_order(
        actor=HANIA, now=now, order=shops.hanias_order, draft=QUESTION, key="1"
    ).conversation
    for n, (actor, file) in enumerate(((EDDA, asked), (EDDA, other), (FELIX, asked))):
        oversight.open_file(actor=actor, now=clock.now(), conversation=file, reason="report", key=str(n))
    return [asked, other]


def who(found: list[ReadingShown]) -> list[tuple[str, Ref]]:
    return [(one.person, one.conversation) for one in found]


def test_the_latest_comes_first_with_who_what_and_why(read: list[Ref]) -> None:
    found = readings(actor=GRETA)
    assert who(found) == [("Felix", read[0]), ("Edda", read[1]), ("Edda", read[0])]
    first = found[0]
    assert (first.title, first.seller, first.market, first.reason) == (
        "A-1001",
        "Anna's Espresso Parts",
        "de",
        "report",
    )
    assert first.ends_at - first.starts_at == READING_LASTS
    assert QUESTION not in repr(found)


def test_mine_are_mine(read: list[Ref]) -> None:
    assert who(readings(actor=EDDA, mine=True)) == [("Edda", read[1]), ("Edda", read[0])]
    assert readings(actor=GRETA, mine=True) == []


def test_a_market_narrows_them(read: list[Ref]) -> None:
    assert who(readings(actor=EDDA, market="pl")) == [("Edda", read[1])]
    assert readings(actor=EDDA, market="fr") == []


def test_a_list_goes_on_where_it_ended(read: list[Ref]) -> None:
    seen: list[ReadingShown] = []
    while page := readings(actor=EDDA, limit=1, after=(seen[-1].starts_at, seen[-1].id) if seen else None):
        seen += page
    assert seen == readings(actor=EDDA)


def test_what_is_open_is_ones_own_and_ends(read: list[Ref]) -> None:
    now = clock.now()
    assert {one.conversation for one in readings_in_force(actor=EDDA, now=now)} == {*read}
    assert who(readings_in_force(actor=FELIX, now=now)) == [("Felix", read[0])]
    assert readings_in_force(actor=GRETA, now=now) == []
    assert readings_in_force(actor=EDDA, now=now + READING_LASTS + timedelta(seconds=1)) == []


def test_a_file_opened_twice_stands_once(read: list[Ref]) -> None:
    oversight.open_file(actor=EDDA, now=clock.now(), conversation=read[0], reason="appeal", key="again")
    found = readings_in_force(actor=EDDA, now=clock.now())
    assert sorted(str(one.conversation) for one in found) == sorted(map(str, read))


@pytest.mark.parametrize("actor", [EDDA, FELIX, GRETA, ROOT])
def test_every_administrator_sees_them(read: list[Ref], actor: Actor) -> None:
    assert len(readings(actor=actor)) == 3


@pytest.mark.parametrize("actor", [ANNA, CLARA, PLATFORM, SYSTEM])
def test_the_other_sides_do_not(read: list[Ref], actor: Actor) -> None:
    with pytest.raises(Forbidden):
        readings(actor=actor)
    with pytest.raises(Forbidden):
        readings_in_force(actor=actor, now=clock.now())


def test_a_list_costs_the_same_for_many(read: list[Ref]) -> None:
    with statements() as count:
        assert len(readings(actor=EDDA)) == 3
    assert count() <= 7
