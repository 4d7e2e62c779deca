"""Internal notes: the shop's own, kept for good, and nowhere that the Buyer looks."""

import json
from collections.abc import Callable

import pytest

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting, everything
from helpdesk.archive.models import Entry, Value
from helpdesk.archive.terms import Audience, Kept
from helpdesk.config.wiring import REACTIONS
from helpdesk.conversations import queries as conversations
from helpdesk.conversations.rules import backstage
from helpdesk.evidence import queries as evidence
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Invalid, KeyReused, NotFound, TooLarge
from helpdesk.search import queries as search
from helpdesk.teamwork import actions, queries
from helpdesk.teamwork.terms import MAX_NOTE
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, READER
from tests.retention.asking import carried_out, erased, faults

NOTE = "Regular customer since 2019: kulanzfähig."


def note(conversation: Ref, text: str = NOTE, *, actor: Actor = ANNA, key: str = "n") -> Kept:
    """Somebody of the shop's writes one."""
    return actions.add_note(actor=actor, now=clock.now(), conversation=conversation, note=text, key=key)


def test_it_is_one_entry_behind_the_thread_on_the_sellers_side(asked: Ref) -> None:
    kept = note(asked)
    with everything():
        [entry] = Entry.objects.filter(kind="note")
        said = dict(Value.objects.filter(entry_id=entry.id).values_list("name", "value"))
    assert (entry.id, entry.actor) == (kept.receipt.entry, ANNA.person)
    assert entry.chain == backstage(conversation=asked.id, audience=Audience.SELLER)
    assert (entry.audience, entry.buyer_id) == (Audience.SELLER, CLARA.buyer_id)
    assert said.keys() == {"by", "body"}
    assert bytes(said["body"]).decode() == NOTE
    assert json.loads(bytes(entry.leaf))["f"] == {"conversation": str(asked.id), "language": "pl"}


def test_the_shop_reads_it_in_order_with_its_authors(asked: Ref) -> None:
    note(asked)
    note(asked, "He called as well.", actor=BRUNO)
    for actor in (ANNA, BRUNO, READER):
        read = queries.notes_of(actor=actor, conversation=asked)
        assert [(one.author, one.text) for one in read] == [("Anna", NOTE), ("Bruno", "He called as well.")]


def test_it_neither_answers_nor_moves_anything(asked: Ref) -> None:
    before = conversations.thread(actor=CLARA, conversation=asked)
    note(asked)
    assert conversations.thread(actor=CLARA, conversation=asked) == before
    assert before.obligation is not None


@pytest.mark.parametrize("actor", [CLARA, DMITRI, EDDA, READER])
def test_nobody_else_writes_one(asked: Ref, actor: Actor) -> None:
    with pytest.raises(NotFound if actor is DMITRI else Forbidden):
        note(asked, actor=actor)


@pytest.mark.parametrize("actor", [CLARA, DMITRI, EDDA])
def test_nobody_else_reads_one(asked: Ref, actor: Actor) -> None:
    note(asked)
    with pytest.raises(NotFound):
        queries.notes_of(actor=actor, conversation=asked)


def test_row_security_hides_it_from_the_buyer(asked: Ref) -> None:
    kept = note(asked)
    with acting(CLARA):
        assert not Entry.objects.filter(id=kept.receipt.entry).exists()
        assert not Value.objects.filter(entry_id=kept.receipt.entry).exists()


@pytest.mark.parametrize("actor", [CLARA, ANNA, EDDA])
def test_it_is_in_no_package_of_the_conversation(asked: Ref, actor: Actor) -> None:
    note(asked)
    packed = evidence.record(actor=actor, conversation=asked)
    assert {leaf.kind for leaf in packed.leaves} == {"message"}


def test_an_administrator_may_take_what_lies_behind(asked: Ref) -> None:
    note(asked)
    packed = evidence.record(actor=EDDA, conversation=asked, backstage=[Audience.SELLER])
    assert "note" in {leaf.kind for leaf in packed.leaves}


def test_the_buyer_never_finds_it(asked: Ref, settled: Callable[[], None]) -> None:
    note(asked, "Zitronensorbet")
    settled()
    assert search.found(actor=CLARA, text="Zitronensorbet").hits == ()


def test_the_same_request_twice_is_one_note(asked: Ref) -> None:
    first, again = note(asked), note(asked)
    assert (first.replayed, again.replayed) == (False, True)
    assert again.receipt == first.receipt
    assert len(queries.notes_of(actor=ANNA, conversation=asked)) == 1
    with pytest.raises(KeyReused):
        note(asked, "Something else.")


def test_what_nobody_could_read_is_refused(asked: Ref) -> None:
    for text, refusal in ((" \n", Invalid), ("\x00", Invalid), ("x" * (MAX_NOTE + 1), TooLarge)):
        with pytest.raises(refusal):
            note(asked, text)
    note(asked, "x" * MAX_NOTE)


def test_a_thread_that_is_none_has_no_notes(asked: Ref) -> None:
    nowhere = Ref(asked.seller_id, CLARA.person)
    with pytest.raises(NotFound):
        note(nowhere)
    with pytest.raises(NotFound):
        queries.notes_of(actor=ANNA, conversation=nowhere)


def test_it_goes_with_its_thread_and_the_record_stays_whole(asked: Ref, settled: Callable[[], None]) -> None:
    kept = note(asked)
    erased(asked, "conversation")
    [left] = queries.notes_of(actor=ANNA, conversation=asked)
    assert (left.text, left.author, left.erased is not None) == (None, "", True)
    carried_out()
    with everything():
        assert not Value.objects.filter(entry_id=kept.receipt.entry).exists()
    settled()
    assert faults() == []


@pytest.fixture
def settled() -> Callable[[], None]:
    """Number what is pending, and let everybody react."""

    def settle() -> None:
        while archive.number_entries(actor=SYSTEM, now=clock.now()):
            pass
        archive.run_reactions(actor=SYSTEM, now=clock.now(), wiring=REACTIONS)

    return settle
