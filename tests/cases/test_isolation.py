"""The second wall: what row security hides is not there, whatever a query asks for."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from helpdesk.archive.database.scope import acting
from helpdesk.cases import queries
from helpdesk.cases.models import Case, Closed, Contact, Step, Update
from helpdesk.cases.terms.deeds import Chosen
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import NotFound
from tests.cases.test_note_contact import note
from tests.cases.test_update_order import tell
from tests.cases.told import Tale
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA, PLATFORM

TABLES = (Case, Step, Closed, Contact, Update)


@pytest.fixture
def full(tale: Tale) -> Tale:
    """A row in each table."""
    tale.open()
    tale.step("refuse", words="It was dropped.")
    note(tale)
    tell(tale)
    return tale


@pytest.mark.parametrize("actor", [DMITRI, HANIA])
def test_strangers_see_no_row(full: Tale, actor: Actor) -> None:
    with acting(actor):
        assert [table.objects.count() for table in TABLES] == [0] * len(TABLES)


@pytest.mark.parametrize("actor", [ANNA, CLARA, EDDA])
def test_the_two_sides_and_the_platform_see_them(full: Tale, actor: Actor) -> None:
    with acting(actor):
        assert all(table.objects.count() > 0 for table in TABLES)


@pytest.mark.parametrize("actor", [DMITRI, HANIA, PLATFORM])
def test_queries_answer_strangers_as_if_nothing_were_there(full: Tale, actor: Actor) -> None:
    assert full.case is not None
    thread = full.thread
    with pytest.raises(NotFound):
        queries.case_of(actor=actor, now=full.now, case=full.case)
    assert queries.cases_in(actor=actor, now=full.now, conversation=thread) == []
    assert queries.cases_of(actor=actor, now=full.now, limit=9) == []
    assert queries.cases_due(actor=actor, now=full.now, limit=9) == []
    assert queries.steps_of(actor=actor, case=full.case) == []
    assert queries.contacts_in(actor=actor, conversation=thread) == []
    assert queries.updates_of(actor=actor, order=full.order) == []
    assert queries.chips_of(actor=actor, conversations=[thread]) == {}


def test_a_case_is_found_by_its_number_as_somebody_types_it(full: Tale) -> None:
    number = full.shown().number
    for typed in (number, number.lower(), number.replace("-", ""), number.replace("-", " ")):
        found = queries.cases_of(actor=ANNA, now=full.now, limit=9, chosen=Chosen(number=typed))
        assert [one.ref for one in found] == [full.case]
    assert queries.cases_of(actor=ANNA, now=full.now, limit=9, chosen=Chosen(number="0000")) == []


def test_lists_are_narrowed(full: Tale) -> None:
    def found(**chosen: object) -> int:
        return len(queries.cases_of(actor=ANNA, now=full.now, limit=9, chosen=Chosen(**chosen)))  # type: ignore[arg-type]

    assert found(stages=["refused"]) == found(open=True) == found(order=full.order) == 1
    assert found(stages=["made"]) == found(open=False) == 0
    [chip] = queries.chips_of(actor=CLARA, conversations=[full.thread])[full.thread]
    assert (chip.ref, chip.stage) == (full.case, "refused")


@pytest.mark.parametrize(
    ("name", "ceiling"),
    [("case_of", 1), ("steps_of", 1), ("cases_of", 4), ("cases_due", 4), ("chips_of", 3), ("contacts_in", 4)],
)
def test_reading_takes_few_statements(full: Tale, name: str, ceiling: int) -> None:
    assert full.case is not None
    thread, limit = full.thread, 9
    calls: dict[str, dict[str, Any]] = {
        "case_of": {"now": full.now, "case": full.case},
        "steps_of": {"case": full.case},
        "cases_of": {"now": full.now, "limit": limit},
        "cases_due": {"now": full.now, "limit": limit},
        "chips_of": {"conversations": [thread]},
        "contacts_in": {"conversation": thread},
    }
    with CaptureQueriesContext(connection) as seen:
        getattr(queries, name)(actor=ANNA, **calls[name])
    assert len(seen) <= ceiling + 2  # the transaction's own begin and end
