"""Write a letter: a side and the Platform, out of the other side's sight; no clock of the Seller's moves."""

from datetime import timedelta

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry, Value
from helpdesk.archive.queries import verify
from helpdesk.archive.terms import Finding
from helpdesk.config.wiring import MIRRORS
from helpdesk.deadlines.models import Obligation
from helpdesk.evidence import queries as evidence
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Invalid, KeyReused, NotFound, TooLarge
from helpdesk.letters import queries
from helpdesk.letters.models import Letter
from helpdesk.letters.terms import MAX_LETTER, About
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, FELIX, GRETA, HANIA, PLATFORM, READER
from tests.letters.voice import ANSWER, LETTER, answer, read, write
from tests.shops import Shops

OTHERS = {CLARA: (ANNA, DMITRI, HANIA), ANNA: (CLARA, DMITRI, HANIA)}


def texts(actor: Actor, correspondence: Ref) -> list[str | None]:
    return [one.text for one in queries.correspondence(actor=actor, correspondence=correspondence).letters]


@pytest.mark.parametrize("author", [CLARA, ANNA], ids=["buyer", "seller"])
def test_the_side_reads_its_letter_and_nobody_else_does(asked: Ref, author: Actor) -> None:
    place = write(actor=author, conversation=asked).correspondence
    assert texts(author, place) == [LETTER]
    for stranger in OTHERS[author]:
        with pytest.raises(NotFound):
            queries.correspondence(actor=stranger, correspondence=place)
        assert queries.own_correspondence(actor=stranger, file=asked) is None
        assert queries.correspondences(actor=stranger) == []
        assert queries.beside(actor=stranger, conversation=asked).letters == 0
        with acting(stranger):  # the second wall by itself
            assert not Letter.objects.exists()
            assert not Entry.objects.filter(kind="letter").exists()
            assert not Value.objects.filter(value=LETTER.encode()).exists()


@pytest.mark.parametrize("author", [CLARA, ANNA], ids=["buyer", "seller"])
def test_no_package_of_the_other_side_holds_it(asked: Ref, author: Actor) -> None:
    kept = write(actor=author, conversation=asked).kept
    other = ANNA if author is CLARA else CLARA
    held = {leaf.id for leaf in evidence.record(actor=author, conversation=asked).leaves}
    others = {leaf.id for leaf in evidence.record(actor=other, conversation=asked).leaves}
    assert kept.receipt.entry in held
    assert kept.receipt.entry not in others


def test_colleagues_read_the_shops_letters(asked: Ref) -> None:
    place = write(actor=ANNA, conversation=asked).correspondence
    assert texts(BRUNO, place) == [LETTER]
    assert texts(READER, place) == [LETTER]


@pytest.mark.parametrize("author", [CLARA, ANNA], ids=["buyer", "seller"])
def test_no_clock_of_the_sellers_moves(asked: Ref, author: Actor) -> None:
    with acting(EDDA):
        before = list(Obligation.objects.order_by("id").values())
    place = write(actor=author, conversation=asked).correspondence
    read(asked)
    answer(place)
    with acting(EDDA):
        assert list(Obligation.objects.order_by("id").values()) == before
        assert len(before) == 1


def test_about_an_order_without_a_thread(shops: Shops) -> None:
    place = write(order=shops.claras_order).correspondence
    line = queries.correspondence(actor=CLARA, correspondence=place).line
    assert (line.about, line.title, line.order) == (About.ORDER, "A-1001", shops.claras_order)
    with pytest.raises(NotFound):
        write(actor=HANIA, order=shops.claras_order, key="h")


def test_a_thread_and_its_order_have_one_correspondence(asked: Ref, shops: Shops) -> None:
    first = write(conversation=asked)
    second = write(order=shops.claras_order, draft="One thing more.", key="second")
    assert first.correspondence == second.correspondence
    assert texts(CLARA, first.correspondence) == [LETTER, "One thing more."]


@pytest.mark.parametrize("author", [CLARA, ANNA], ids=["buyer", "seller"])
def test_about_nothing_in_particular(shops: Shops, author: Actor) -> None:
    place = write(actor=author).correspondence
    assert texts(author, place) == [LETTER]
    assert queries.correspondence(actor=author, correspondence=place).line.about is About.PLATFORM
    for other in OTHERS[author]:
        with pytest.raises(NotFound):
            queries.correspondence(actor=other, correspondence=place)
    assert not [one for one in verify(mirrors=MIRRORS) if isinstance(one, Finding)]


def test_the_first_that_waits_says_by_when(asked: Ref) -> None:
    write(conversation=asked)
    write(conversation=asked, draft="One thing more.", key="second")
    [line] = queries.waiting(actor=EDDA)
    assert line.due_at is not None
    assert line.due_at - clock.now() > timedelta(hours=23)
    assert (line.side, line.title, line.buyer) == (Side.BUYER, "A-1001", "Clara")
    assert queries.waiting_count(actor=EDDA) == 1
    assert queries.waiting_count(actor=EDDA, market="pl") == 0


def test_an_answer_ends_the_wait_and_the_next_letter_begins_another(asked: Ref) -> None:
    place = write(conversation=asked).correspondence
    read(asked)
    answer(place)
    assert queries.waiting(actor=EDDA) == []
    assert [one.correspondence for one in queries.answered(actor=EDDA)] == [place]
    assert texts(CLARA, place) == [LETTER, ANSWER]
    assert queries.beside(actor=CLARA, conversation=asked).due_at is None
    write(conversation=asked, draft="Thank you. And now?", key="third")
    assert queries.waiting_count(actor=EDDA) == 1
    assert not [one for one in verify(mirrors=MIRRORS) if isinstance(one, Finding)]


def test_the_same_key_is_the_same_letter(asked: Ref) -> None:
    first, again = write(conversation=asked), write(conversation=asked)
    assert again.kept.replayed
    assert again.kept.receipt.entry == first.kept.receipt.entry
    with pytest.raises(KeyReused):
        write(conversation=asked, draft="Another.")
    with acting(EDDA):
        assert Letter.objects.count() == 1


def test_whoever_may_not_write(asked: Ref) -> None:
    for actor in (READER, EDDA, FELIX):
        with pytest.raises(Forbidden, match=r"letter\.not_yours"):
            write(actor=actor, conversation=asked)
    for stranger in (DMITRI, HANIA, PLATFORM):
        with pytest.raises(NotFound):
            write(actor=stranger, conversation=asked)


def test_what_is_no_letter(asked: Ref, shops: Shops) -> None:
    with pytest.raises(Invalid, match=r"message\.invisible"):
        write(conversation=asked, draft="\u200b")
    with pytest.raises(TooLarge):
        write(conversation=asked, draft="x" * (MAX_LETTER + 1))
    with pytest.raises(Invalid, match=r"letter\.one_subject"):
        write(conversation=asked, order=shops.claras_order)


@pytest.mark.parametrize("actor", [ANNA, CLARA, PLATFORM])
def test_the_queue_is_the_desks(asked: Ref, actor: Actor) -> None:
    for ask in (queries.waiting, queries.answered, queries.waiting_count):
        with pytest.raises(Forbidden):
            ask(actor=actor)


def test_an_auditor_sees_what_waits(asked: Ref) -> None:
    write(conversation=asked)
    assert len(queries.waiting(actor=GRETA)) == 1
