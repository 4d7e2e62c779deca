"""Letters are found by the side that they belong to, wherever they lie, and by nobody else."""

from collections.abc import Callable
from typing import Any

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.letters import actions as letters
from helpdesk.letters.terms import Written
from helpdesk.search import queries
from helpdesk.search.models import SearchEntry
from helpdesk.search.terms import Hit, Kind
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, HANIA, READER
from tests.retention.asking import approved, requested
from tests.shops import Shops

WORD = "Mirabellenkompott"
EVERYBODY = (ANNA, BRUNO, CLARA, DMITRI, EDDA, HANIA, READER)
Settle = Callable[[], None]


def write(
    actor: Actor, *, key: str = "l", conversation: Ref | None = None, order: Ref | None = None
) -> Written:
    return letters.write_letter(
        actor=actor, now=clock.now(), draft=f"Bitte {WORD}!", key=key, conversation=conversation, order=order
    )


def hits(actor: Actor) -> list[Hit]:
    return [*queries.found(actor=actor, text=WORD).hits]


def finders() -> set[str]:
    return {actor.name for actor in EVERYBODY if hits(actor)}


@pytest.mark.parametrize("about", ["conversation", "order", "nothing"])
@pytest.mark.parametrize(
    ("writer", "side"), [(CLARA, {"Clara"}), (ANNA, {"Anna", "Bruno", "Reader"})], ids=["buyer", "seller"]
)
def test_its_side_finds_it_and_nobody_else(
    talk: Ref, shops: Shops, settle: Settle, writer: Actor, side: set[str], about: str
) -> None:
    subject: dict[str, dict[str, Any]] = {
        "conversation": {"conversation": talk},
        "order": {"order": shops.claras_order},
    }
    place = write(writer, **subject.get(about, {})).correspondence
    settle()
    assert finders() == side
    [hit] = hits(writer)
    assert hit.kind is Kind.LETTER
    assert hit.conversation == place
    assert WORD in hit.excerpt
    assert (hit.title == "") is (about == "nothing")


def test_what_the_platform_writes_is_found_by_the_side_that_it_writes_to(talk: Ref, settle: Settle) -> None:
    letters.write_to_side(
        actor=EDDA, now=clock.now(), conversation=talk, side="buyer", draft=f"Bitte {WORD}!", key="to"
    )
    settle()
    assert finders() == {"Clara"}
    [hit] = hits(CLARA)
    assert hit.side == "administrator"


def test_at_hand_it_stands_with_what_was_said(talk: Ref, settle: Settle) -> None:
    write(CLARA)
    settle()
    found = queries.at_hand(actor=CLARA, text=WORD)
    assert [hit.kind for hit in found.conversations] == [Kind.LETTER]
    assert not queries.at_hand(actor=EDDA, text=WORD).conversations


@pytest.mark.parametrize("actor", EVERYBODY, ids=lambda actor: actor.name)
def test_row_security_alone_hides_its_row(talk: Ref, settle: Settle, actor: Actor) -> None:
    write(CLARA, conversation=talk)
    write(ANNA, conversation=talk)
    settle()
    with acting(actor):
        rows = set(SearchEntry.objects.filter(kind="letter").values_list("audience", flat=True))
    mine = {CLARA: {3}, ANNA: {1}, BRUNO: {1}, READER: {1}, EDDA: {1, 3}}
    assert rows == mine.get(actor, set())


def test_an_erased_letter_is_found_no_more(talk: Ref, settle: Settle) -> None:
    write(CLARA, conversation=talk)
    settle()
    assert hits(CLARA)
    approved(requested(talk))
    settle()
    assert not hits(CLARA)
    with acting(SYSTEM):
        assert not SearchEntry.objects.filter(kind="letter").exists()
