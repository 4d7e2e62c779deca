"""Cases are found by their words, numbers and kinds, by those whose cases they are, until they are erased."""

from collections.abc import Callable

import pytest

from helpdesk.cases.terms.names import Kind as CaseKind
from helpdesk.kernel.actor import Actor
from helpdesk.search import rules
from helpdesk.search.queries import at_hand, found
from helpdesk.search.rules.kinds import KINDS
from helpdesk.search.terms import Filters, Kind
from tests.cases.told import Tale
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA
from tests.past import any_present
from tests.retention.asking import approved, requested
from tests.shops import Shops

PARCEL = "00340434292135100186"


@pytest.fixture
def tale(shops: Shops, monkeypatch: pytest.MonkeyPatch, settle: Callable[[], None]) -> Tale:
    """Clara's complaint, with what Anna said to it, taken in; and a question beside it."""
    any_present(monkeypatch)
    told = Tale(shops.claras_order)
    told.ask("Is there a spare boiler?")
    told.open(words="The portafilter is cracked.")
    settle()
    return told


def kinds(actor: Actor, text: str, case: str | None = None) -> list[Kind]:
    return [hit.kind for hit in found(actor=actor, text=text, filters=Filters(case=case)).hits]


def test_what_was_said_in_a_case_is_found_by_both_sides_of_it(tale: Tale) -> None:
    for actor in (ANNA, CLARA):
        (hit,) = found(actor=actor, text="portafilters ").hits
        assert (hit.kind, hit.case, hit.case_kind) == (Kind.STEP, tale.case, "complaint")
        assert (hit.conversation, hit.side) == (tale.thread, CLARA.side)
        assert [hit.excerpt[a:b] for a, b in hit.marks] == ["portafilter"]
    for other in (HANIA, DMITRI, EDDA):
        assert kinds(other, "portafilters ") == []


def test_a_case_is_found_by_its_number_and_by_the_operator_too(tale: Tale) -> None:
    number = tale.shown().number
    for text in (number, number.replace("-", "").lower(), number[:5]):
        for actor in (ANNA, CLARA, EDDA):
            (hit,) = found(actor=actor, text=text).hits
            assert (hit.kind, hit.case, hit.excerpt) == (Kind.CASE, tale.case, number)
        for stranger in (HANIA, DMITRI):
            assert kinds(stranger, text) == []
    assert [hit.case for hit in at_hand(actor=ANNA, text=number).orders] == [tale.case]


@pytest.mark.parametrize("word", ["complaint", "reklamacje", "Beanstandung", "réclamations", "reclami"])
def test_a_case_is_found_by_its_kind_in_any_language(tale: Tale, word: str) -> None:
    assert kinds(ANNA, f"{word} ") == [Kind.CASE]


@pytest.mark.parametrize("actor", [ANNA, CLARA], ids=lambda actor: actor.name)
def test_what_is_found_is_narrowed_to_threads_with_a_case_of_a_kind(tale: Tale, actor: Actor) -> None:
    assert kinds(actor, "boiler ", case="complaint") == [Kind.MESSAGE]
    assert kinds(actor, "boiler case:complaint") == [Kind.MESSAGE]
    assert kinds(actor, "boiler ", case="warranty") == []
    assert kinds(actor, "boiler case:warranty") == []


def test_what_was_erased_is_not_found(tale: Tale, settle: Callable[[], None]) -> None:
    number = tale.shown().number
    approved(requested(tale.thread))
    settle()
    for text in ("portafilter ", number):
        assert kinds(ANNA, text) == kinds(CLARA, text) == kinds(EDDA, text) == []


def test_every_kind_has_a_name_in_every_language() -> None:
    assert set(KINDS) == set(CaseKind)
    assert all(len(list(rules.words_of_kind(kind))) == 5 for kind in KINDS)
