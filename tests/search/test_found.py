"""Finding: by words, endings, slips, numbers and people, and never a stranger's."""

from collections.abc import Callable

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Cursor
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid
from helpdesk.marketplace.models import Pair
from helpdesk.search.models import SearchEntry
from helpdesk.search.queries import found
from helpdesk.search.terms import Filters, Kind
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA, PLATFORM
from tests.search.conftest import ANSWER, QUESTION, SEARCH
from tests.statements import statements


def kinds(actor: Actor, text: str) -> list[Kind]:
    return [hit.kind for hit in found(actor=actor, text=text).hits]


@pytest.mark.parametrize(
    "text",
    [
        "Größentabelle",
        "grossentabelle",
        "groessentabelle",
        "GRÖSSENTABELLEN ",  # another ending
        "größent",  # still being typed
        "Größentabele ",  # a slip
        '"meine größentabelle"',
        "pl-2026/17",
        "PL-2026",
        "kommt größentabelle market:de from:buyer",
    ],
)
def test_the_question_is_found(talk: Ref, text: str) -> None:
    (hit,) = found(actor=ANNA, text=text).hits
    assert (hit.kind, hit.conversation, hit.title) == (Kind.MESSAGE, talk, "A-1001")
    assert hit.marks
    assert all(0 <= a < b <= len(hit.excerpt) for a, b in hit.marks)
    assert hit.excerpt in QUESTION


@pytest.mark.parametrize(
    "text",
    [
        "Waschmaschine",
        '"größentabelle meine"',
        "größentabelle before:2020-01-01",
        "größentabelle has:file",
        "größentabelle from:seller",
        "größentabelle market:pl",
        "pl-2026/18",
        "",
        '""',
        "' & | ! :* ~ \\ \x00",
    ],
)
def test_what_is_not_there_is_not_found(talk: Ref, text: str) -> None:
    result = found(actor=ANNA, text=text)
    assert (result.hits, result.count, result.forgiving, result.after) == ((), 0, False, None)


def test_what_was_meant_is_said_to_be_a_guess(talk: Ref) -> None:
    assert not found(actor=ANNA, text="angekommen ").forgiving
    guessed = found(actor=ANNA, text="angekomen ")
    assert guessed.forgiving
    (hit,) = guessed.hits
    assert [hit.excerpt[a:b] for a, b in hit.marks] == ["angekommen"]
    assert hit.excerpt == ANSWER


def test_both_sides_find_their_own_and_strangers_nothing(talk: Ref) -> None:
    assert kinds(CLARA, "pakete ") == kinds(ANNA, "pakete ") == [Kind.MESSAGE]
    assert kinds(HANIA, "uszczelka ") == [Kind.MESSAGE]
    for stranger in (HANIA, DMITRI):
        assert kinds(stranger, "pakete ") == kinds(stranger, "A-1001") == []
    assert kinds(CLARA, "uszczelka ") == []


def test_orders_are_found_by_their_number_and_people_by_their_name(
    talk: Ref, settle: Callable[[], None]
) -> None:
    assert kinds(ANNA, "A-1001") == kinds(CLARA, "a1001") == [Kind.THREAD]
    assert found(actor=ANNA, text="A-1001").hits[0].excerpt == "A-1001"
    with acting(SYSTEM):
        Pair.objects.filter(buyer_id=CLARA.person).update(display_name="Clara Łękowska")
        Cursor.objects.filter(reaction=SEARCH).update(number=-1)
    settle()
    assert kinds(ANNA, "lekowska ") == [Kind.PERSON]
    assert kinds(CLARA, "lekowska ") == []  # by which name a seller knows her is the seller's


def test_administrators_find_files_and_never_words(talk: Ref) -> None:
    assert kinds(EDDA, "A-1001") == [Kind.THREAD]
    assert kinds(EDDA, "pakete ") == []
    assert kinds(PLATFORM, "A-1001") == kinds(SYSTEM, "A-1001") == []


def test_taken_in_twice_it_is_found_once(talk: Ref, settle: Callable[[], None]) -> None:
    with acting(SYSTEM):
        before = SearchEntry.objects.count()
        Cursor.objects.filter(reaction=SEARCH).update(number=-1)
    settle()
    with acting(SYSTEM):
        assert SearchEntry.objects.count() == before
    assert kinds(ANNA, "pakete ") == [Kind.MESSAGE]


def test_so_many_statements_and_no_more(talk: Ref) -> None:
    with statements() as count:
        found(actor=ANNA, text="pakete ")
    assert count() <= 5  # scope, match, rows, and the transaction around them
    with statements() as count:
        found(actor=ANNA, text="angekomen ")
    assert count() <= 6


def test_a_page_leads_to_the_next(talk: Ref, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helpdesk.search.queries.finding.PAGE", 1)
    first = found(actor=ANNA, text="die ")
    assert (first.count, first.more_than_counted) == (2, False)
    second = found(actor=ANNA, text="die ", after=first.after)
    assert second.after is None
    assert {hit.excerpt for hit in (*first.hits, *second.hits)} == {QUESTION, ANSWER}


def test_counting_stops_somewhere(talk: Ref, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helpdesk.search.queries.matching.CANDIDATES", 1)
    result = found(actor=ANNA, text="die ")
    assert (result.count, result.more_than_counted) == (1, True)


@pytest.mark.parametrize(
    "cursor", ["", "x", "1.2", "zz.1.00", "00000000.-9e9.0", "00000000." + "9" * 40 + ".0"]
)
def test_a_cursor_that_is_none_is_refused(database: str, cursor: str) -> None:
    with pytest.raises(Invalid, match=r"input\.cursor"):
        found(actor=ANNA, text="x", after=cursor)


def test_filters_of_the_page_count_like_typed_ones(talk: Ref) -> None:
    today = clock.now().date()
    assert found(actor=ANNA, text="pakete ", filters=Filters(since=today, side="seller")).count == 1
    assert found(actor=ANNA, text="pakete ", filters=Filters(until=today)).count == 0
