"""Close a letter without an answer: by support, with a reading, for a reason that its writer reads."""

from dataclasses import replace

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor, Role
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound
from helpdesk.letters import actions as letters
from helpdesk.letters import queries
from helpdesk.letters.terms import CloseReason, Written
from helpdesk.oversight import actions
from tests.archive.tampering import findings
from tests.cast import ANNA, CLARA, DMITRI, EDDA, FELIX, GRETA, HANIA, PLATFORM
from tests.letters.voice import answer, read, write

ADMIN_ONLY = replace(EDDA, roles=frozenset({Role.PLATFORM_ADMIN}))


def close(place: Ref, *, actor: Actor = EDDA, reason: str = "no_question", key: str = "close") -> Written:
    return actions.close_letter(actor=actor, now=clock.now(), correspondence=place, reason=reason, key=key)


def test_its_writer_sees_that_nobody_answers_and_why(asked: Ref) -> None:
    place = write(conversation=asked).correspondence
    read(asked)
    close(place)
    assert queries.waiting(actor=EDDA) == []
    [line] = queries.closed(actor=EDDA)
    found = queries.correspondence(actor=CLARA, correspondence=place)
    [letter] = found.letters
    assert letter.closed is not None
    assert letter.closed.reason is CloseReason.NO_QUESTION
    assert found.line.due_at is None
    assert line.closed == found.line.closed == letter.closed
    assert queries.answered(actor=EDDA) == []
    assert queries.beside(actor=CLARA, conversation=asked).due_at is None


def test_it_is_one_entry_on_the_letters_chain_that_names_what_waited(asked: Ref) -> None:
    written = write(conversation=asked)
    read(asked)
    closed = close(written.correspondence)
    with acting(SYSTEM):
        entry = Entry.objects.get(seller_id=asked.seller_id, id=closed.kept.receipt.entry)
    assert entry.kind == "letter.closed"
    assert entry.chain == written.correspondence.id
    assert f'["closes","{written.kept.receipt.entry}"]'.encode() in bytes(entry.leaf)
    assert findings() == []


def test_what_is_written_later_waits_anew(asked: Ref) -> None:
    place = write(conversation=asked).correspondence
    read(asked)
    close(place)
    write(conversation=asked, draft="It is not solved.", key="again")
    [line] = queries.waiting(actor=EDDA)
    assert line.due_at is not None
    [own] = queries.correspondences(actor=CLARA)
    assert own.due_at == line.due_at
    assert own.closed is None


def test_letters_that_wait_together_are_closed_together(asked: Ref) -> None:
    place = write(conversation=asked).correspondence
    write(conversation=asked, draft="And one more thing.", key="second")
    [own] = queries.correspondences(actor=CLARA)
    assert own.due_at is not None, "the second waits with the first"
    read(asked)
    close(place)
    [own] = queries.correspondences(actor=CLARA)
    assert own.due_at is None
    assert own.closed is not None


def test_where_nothing_waits_there_is_nothing_to_close(asked: Ref) -> None:
    place = write(conversation=asked).correspondence
    read(asked)
    answer(place)
    with pytest.raises(Conflict, match=r"letter\.nothing_waits"):
        close(place)


def test_an_answer_may_still_follow(asked: Ref) -> None:
    place = write(conversation=asked).correspondence
    read(asked)
    close(place)
    answer(place)
    [own] = queries.correspondences(actor=CLARA)
    assert own.last_side == "administrator"
    assert findings() == []


def test_the_same_key_is_the_same_closing(asked: Ref) -> None:
    place = write(conversation=asked).correspondence
    read(asked)
    first, again = close(place), close(place)
    assert again.kept.replayed
    assert again.kept.receipt.entry == first.kept.receipt.entry
    with pytest.raises(KeyReused):
        close(place, reason="settled")


def test_it_needs_a_reading_and_a_reason(asked: Ref) -> None:
    place = write(conversation=asked).correspondence
    with pytest.raises(Forbidden, match=r"oversight\.no_reading"):
        close(place)
    read(asked)
    with pytest.raises(Invalid, match=r"letter\.closing"):
        close(place, reason="tired")


@pytest.mark.parametrize("actor", [FELIX, GRETA, ADMIN_ONLY], ids=lambda actor: actor.name)
def test_only_support_closes(asked: Ref, actor: Actor) -> None:
    place = write(conversation=asked).correspondence
    with pytest.raises(Forbidden, match=r"letter\.not_yours_to_answer"):
        close(place, actor=actor)


@pytest.mark.parametrize("actor", [ANNA, CLARA, DMITRI, HANIA, PLATFORM], ids=lambda actor: actor.name)
def test_for_the_other_sides_there_is_nothing_to_close(asked: Ref, actor: Actor) -> None:
    place = write(conversation=asked).correspondence
    with pytest.raises(NotFound):
        close(place, actor=actor)
    with pytest.raises(NotFound):
        letters.close_letter(actor=actor, now=clock.now(), correspondence=place, reason="settled", key="x")
