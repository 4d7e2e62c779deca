"""Answer a letter, and write to one side first: by support, with a reading in force."""

from dataclasses import replace

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Role
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Invalid, KeyReused, NotFound
from helpdesk.letters import actions as letters
from helpdesk.letters import queries
from helpdesk.letters.models import Letter
from helpdesk.letters.terms import Written
from helpdesk.oversight import actions
from helpdesk.oversight.queries import read_letters
from tests.cast import ANNA, CLARA, DMITRI, EDDA, FELIX, GRETA, HANIA, PLATFORM
from tests.letters.voice import ANSWER, LETTER, answer, read, write
from tests.shops import Shops

ADMIN_ONLY = replace(EDDA, roles=frozenset({Role.PLATFORM_ADMIN}))


def to_side(thread: Ref, *, side: str = "seller", actor: Actor = EDDA, key: str = "to") -> Written:
    return actions.write_to_side(
        actor=actor, now=clock.now(), conversation=thread, side=side, draft=ANSWER, key=key
    )


@pytest.mark.parametrize("author", [CLARA, ANNA], ids=["buyer", "seller"])
def test_letters_about_nothing_are_read_and_answered_with_a_reason_too(shops: Shops, author: Actor) -> None:
    place = write(actor=author).correspondence
    with pytest.raises(Forbidden, match=r"oversight\.no_reading"):
        read_letters(actor=EDDA, now=clock.now(), correspondence=place)
    read(queries.file_of(actor=EDDA, correspondence=place))
    found = read_letters(actor=EDDA, now=clock.now(), correspondence=place)
    assert [one.text for one in found.letters] == [LETTER]
    answer(place)
    assert queries.correspondence(actor=author, correspondence=place).letters[-1].text == ANSWER


def test_an_answer_needs_a_reading(asked: Ref) -> None:
    place = write(conversation=asked).correspondence
    with pytest.raises(Forbidden, match=r"oversight\.no_reading"):
        answer(place)


@pytest.mark.parametrize("actor", [FELIX, GRETA, ADMIN_ONLY])
def test_only_support_answers(asked: Ref, actor: Actor) -> None:
    place = write(conversation=asked).correspondence
    with pytest.raises(Forbidden, match=r"letter\.not_yours_to_answer"):
        answer(place, actor=actor)
    with pytest.raises(Forbidden, match=r"letter\.not_yours_to_answer"):
        letters.answer_letter(actor=actor, now=clock.now(), correspondence=place, draft=ANSWER, key="a")


def test_a_platform_administrator_reads_no_letter(asked: Ref) -> None:
    place = write(conversation=asked).correspondence
    with pytest.raises(Forbidden, match=r"oversight\.not_yours"):
        read_letters(actor=ADMIN_ONLY, now=clock.now(), correspondence=place)


@pytest.mark.parametrize("actor", [ANNA, CLARA, DMITRI, HANIA, PLATFORM])
def test_for_the_other_sides_there_is_nothing_to_answer(asked: Ref, actor: Actor) -> None:
    place = write(conversation=asked).correspondence
    with pytest.raises(NotFound):
        answer(place, actor=actor)
    with pytest.raises(NotFound):
        letters.answer_letter(actor=actor, now=clock.now(), correspondence=place, draft=ANSWER, key="a")
    with pytest.raises(NotFound):
        to_side(asked, actor=actor)
    with pytest.raises(NotFound):
        read_letters(actor=actor, now=clock.now(), correspondence=place)


@pytest.mark.parametrize(("side", "reader", "other"), [("seller", ANNA, CLARA), ("buyer", CLARA, ANNA)])
def test_a_letter_to_one_side_is_that_sides_alone(asked: Ref, side: str, reader: Actor, other: Actor) -> None:
    read(asked)
    place = to_side(asked, side=side).correspondence
    assert [one.text for one in queries.correspondence(actor=reader, correspondence=place).letters] == [
        ANSWER
    ]
    with pytest.raises(NotFound):
        queries.correspondence(actor=other, correspondence=place)
    with acting(other):
        assert not Letter.objects.exists()
    assert queries.waiting(actor=EDDA) == []


def test_there_are_two_sides(asked: Ref) -> None:
    read(asked)
    with pytest.raises(Invalid, match=r"letter\.side"):
        to_side(asked, side="administrator")


def test_the_same_key_is_the_same_answer(asked: Ref) -> None:
    place = write(conversation=asked).correspondence
    read(asked)
    first, again = answer(place), answer(place)
    assert again.kept.replayed
    assert again.kept.receipt.entry == first.kept.receipt.entry
    with pytest.raises(KeyReused):
        answer(place, draft="Another.")


def test_both_sides_of_one_thread_are_two_correspondences(asked: Ref) -> None:
    buyers, sellers = write(conversation=asked), write(actor=ANNA, conversation=asked)
    assert buyers.correspondence != sellers.correspondence
    read(asked)
    answer(buyers.correspondence)
    [left] = queries.waiting(actor=EDDA)
    assert left.correspondence == sellers.correspondence
