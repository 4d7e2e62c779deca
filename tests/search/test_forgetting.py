"""What was erased is found by nobody, whatever came first: the order or the index."""

from collections.abc import Callable

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Cursor
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.search.models import SearchEntry
from helpdesk.search.queries import found
from helpdesk.search.terms import Kind
from tests.cast import ANNA
from tests.retention.asking import approved, requested
from tests.search.conftest import SEARCH


def kinds(text: str) -> set[Kind]:
    return {hit.kind for hit in found(actor=ANNA, text=text).hits}


def test_an_order_to_erase_takes_the_words(talk: Ref, settle: Callable[[], None]) -> None:
    assert kinds("pakete ") == {Kind.MESSAGE}
    approved(requested(talk))
    settle()
    assert kinds("pakete ") == kinds("größentabelle ") == set()
    assert kinds("uszczelka ") == {Kind.MESSAGE}  # nobody asked for hers
    with acting(SYSTEM):
        left = set(SearchEntry.objects.filter(conversation_id=talk.id).values_list("kind", flat=True))
    assert left == {Kind.THREAD.value}


def test_an_index_built_anew_does_not_bring_it_back(talk: Ref, settle: Callable[[], None]) -> None:
    """The eraser has not been at it: the values are still there."""
    approved(requested(talk))
    with acting(SYSTEM):
        SearchEntry.objects.all().delete()
        Cursor.objects.filter(reaction=SEARCH).update(number=-1)
    settle()
    assert kinds("pakete ") == set()
    assert kinds("uszczelka ") == {Kind.MESSAGE}


@pytest.mark.parametrize("number", ["A-1001", "a1001"])
def test_the_thread_itself_stays(talk: Ref, settle: Callable[[], None], number: str) -> None:
    approved(requested(talk))
    settle()
    assert kinds(number) == {Kind.THREAD}
