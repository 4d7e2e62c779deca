"""Find files: by the beginning of what they are about, the latest first, and not a word of what was said."""

from dataclasses import replace

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.terms import About
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor, Role
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.oversight.queries import find_files
from helpdesk.oversight.terms import File
from tests.cast import ANNA, CLARA, EDDA, FELIX, GRETA, HANIA, PLATFORM
from tests.oversight.conftest import QUESTION
from tests.shops import Shops
from tests.statements import statements


@pytest.fixture
def three(shops: Shops, asked: Ref) -> list[Ref]:
    """Clara's thread, then Hania's about an order and about an offer."""
    order = conversations.ask_about_order(
        actor=HANIA, now=clock.now(), order=shops.hanias_order, draft=QUESTION, key="1"
    )
    offer = conversations.ask_about_offer(
        actor=HANIA, now=clock.now(), offer=shops.offer, draft=QUESTION, key="2"
    )
    return [asked, order.conversation, offer.conversation]


def found(words: str, actor: Actor = EDDA) -> list[Ref]:
    return [file.conversation for file in find_files(actor=actor, words=words)]


def test_the_start_of_a_number_or_a_title_finds(three: list[Ref]) -> None:
    assert found("A-1001") == three[:1]
    assert found("a-10") == [three[1], three[0]]
    assert found("uszczelka") == three[2:]
    assert found(" A-1001 ") == three[:1]


def test_an_id_finds_its_file(three: list[Ref]) -> None:
    for file in three:
        assert found(str(file)) == [file]


@pytest.mark.parametrize("words", ["", "  ", "1001", "%", "_", "A_1001", "\\", "Clara", "gasket", "1" * 31])
def test_nothing_else_does(three: list[Ref], words: str) -> None:
    assert found(words) == []


def test_a_file_shows_who_and_about_what_but_no_word(three: list[Ref]) -> None:
    (file,) = find_files(actor=EDDA, words="A-1001")
    assert (file.about, file.title, file.seller, file.market) == (
        About.ORDER,
        "A-1001",
        "Anna's Espresso Parts",
        "de",
    )
    assert QUESTION not in repr(file)
    assert set(File.__slots__) == {
        "conversation",
        "about",
        "title",
        "seller",
        "market",
        "started_at",
        "last_at",
    }


def test_searching_is_no_deed_and_costs_the_same_for_many(three: list[Ref]) -> None:
    with acting(SYSTEM):
        before = Entry.objects.count()
    with statements() as count:
        assert len(found("A")) == 2
    assert count() <= 5
    with acting(SYSTEM):
        assert Entry.objects.count() == before


def test_the_desk_searches_and_nobody_else(asked: Ref) -> None:
    for actor in (EDDA, FELIX, GRETA):
        assert found("A", actor=actor) == [asked]
    manager = replace(EDDA, roles=frozenset({Role.PLATFORM_ADMIN}))
    for actor in (ANNA, CLARA, PLATFORM, manager):
        with pytest.raises(Forbidden):
            found("A", actor=actor)
