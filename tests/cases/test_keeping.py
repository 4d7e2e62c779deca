"""Erasure and retention reach what was said in cases; what happened and when stays."""

import pytest

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import everything
from helpdesk.cases import actions as cases
from helpdesk.cases import queries
from helpdesk.cases.models import Case
from helpdesk.config.wiring import REACTIONS
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from tests.cases.told import DAMAGED, deliver
from tests.cast import ANNA, CLARA
from tests.retention.asking import erased, faults, values_of
from tests.retention.test_retain import after, retained
from tests.shops import Shops


@pytest.fixture
def case(shops: Shops) -> Ref:
    """With words and a parcel's number, at the present instant; nobody ever wrote a message."""
    order = shops.claras_order
    deliver(order, CLARA, at=None)
    posted = cases.open_case(
        actor=CLARA, now=clock.now(), order=order, opening=DAMAGED, key="open", words="It is broken."
    )
    found = Ref(order.seller_id, posted.receipt.entry)
    take(found, "repair_notice", "notice")
    take(found, "accept", "accept", {"remedy": "repair"})
    cases.take_step(
        actor=CLARA,
        now=clock.now(),
        case=found,
        step="send",
        key="send",
        given={"carrier": "DHL", "tracking": "JJD000390007382915046"},
    )
    return found


def take(case: Ref, step: str, key: str, given: dict[str, str | int] | None = None) -> None:
    cases.take_step(actor=ANNA, now=clock.now(), case=case, step=step, key=key, given=given)


def thread_of(case: Ref) -> Ref:
    return queries.case_of(actor=ANNA, now=clock.now(), case=case).conversation


def words_left(case: Ref) -> set[tuple[str, str]]:
    return {pair for pair in values_of(thread_of(case)) if pair[0].startswith("case")}


def test_an_erased_conversation_keeps_no_word_and_no_number(case: Ref) -> None:
    erased(thread_of(case))
    assert words_left(case) == set()
    [first, *_] = queries.steps_of(actor=CLARA, case=case)
    assert (first.words, first.author, first.stage) == ("", "", "made")
    assert first.erased is not None
    archive.number_entries(actor=SYSTEM, now=clock.now())
    archive.run_reactions(actor=SYSTEM, now=clock.now(), wiring={"erased": REACTIONS["erased"][:1]})
    with everything():
        facts = Case.objects.get().state["facts"]
    assert "tracking" not in facts
    assert faults() == []


def test_a_case_goes_when_its_period_is_over(case: Ref) -> None:
    assert retained(after(71)) == 0
    assert retained(after(73)) == 1
    assert words_left(case) == set()
    assert faults() == []
