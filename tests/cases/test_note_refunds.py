"""A refund of the Platform ends the withdrawal or the return that it pays back, and nothing else."""

from datetime import datetime
from typing import Any

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.cases import actions as cases
from helpdesk.cases import queries
from helpdesk.cases.models import Closed
from helpdesk.cases.terms.deeds import Opening
from helpdesk.cases.terms.names import Situation
from helpdesk.kernel.actor import SYSTEM
from helpdesk.marketplace.models import Refund
from tests.cases.told import DAMAGED, DAY, Tale
from tests.cast import CLARA, EDDA, PLATFORM
from tests.conversations.clocks import findings

pytestmark = pytest.mark.usefixtures("database")
CHANGED_MIND = Opening(situation=Situation.CHANGED_MIND)
ALL = 2580  # two gaskets of 12.90


def refund(
    tale: Tale, *, minor: int = ALL, name: str = "R-1", lines: Any = (), at: datetime | None = None
) -> None:
    """As the Platform tells it."""
    assert CLARA.buyer_id is not None
    with acting(PLATFORM):
        Refund.objects.create(
            seller_id=tale.order.seller_id,
            order_id=tale.order.id,
            buyer_id=CLARA.buyer_id,
            external_id=name,
            lines=list(lines),
            amount_minor=minor,
            currency="EUR",
            done_at=at or tale.later(),
        )


def noted(tale: Tale) -> int:
    return cases.note_refunds(actor=SYSTEM, now=tale.later(), limit=9)


@pytest.fixture
def withdrawn(tale: Tale) -> Tale:
    """Clara has withdrawn from the whole order."""
    tale.open(CHANGED_MIND, words="")
    return tale


def test_the_whole_amount_ends_a_withdrawal_and_is_shown(withdrawn: Tale) -> None:
    assert noted(withdrawn) == 0
    refund(withdrawn)
    assert noted(withdrawn) == 1
    assert noted(withdrawn) == 0
    shown = withdrawn.shown(CLARA)
    assert (shown.kind, shown.stage, shown.outcome) == ("withdrawal", "refunded", "refunded")
    steps = queries.steps_of(actor=CLARA, case=shown.ref)
    assert (steps[-1].step, steps[-1].side, steps[-1].facts["amount"]) == ("refund", "system", ALL)
    assert findings() == []


def test_it_counts_as_done_when_the_money_went_back(withdrawn: Tale) -> None:
    withdrawn.step("receive")
    due = {one.code: one.due for one in withdrawn.shown(CLARA).dates}["refund"]
    assert due is not None
    refund(withdrawn)
    withdrawn.later(20 * DAY)
    assert noted(withdrawn) == 1
    assert withdrawn.shown(CLARA).outcome == "refunded"
    with acting(EDDA):
        assert Closed.objects.get(code="refund").verdict == "met"


@pytest.mark.parametrize("minor", [1290, 2579, 2581])
def test_what_is_less_or_more_than_was_paid_is_for_people(withdrawn: Tale, minor: int) -> None:
    refund(withdrawn, minor=minor)
    assert noted(withdrawn) == 0
    assert withdrawn.shown(CLARA).outcome == ""


def test_parts_add_up(withdrawn: Tale) -> None:
    refund(withdrawn, minor=1290)
    refund(withdrawn, minor=1290, name="R-2")
    assert noted(withdrawn) == 1


def test_of_a_part_of_the_order_its_price_is_enough(tale: Tale) -> None:
    tale.open(Opening(situation=Situation.CHANGED_MIND, items="1:1"), words="")
    refund(tale, minor=1290, lines=[{"line": "1", "quantity": 1}])
    assert noted(tale) == 1
    assert tale.shown(CLARA).outcome == "refunded"


def test_a_refund_for_another_line_is_another_matter(tale: Tale) -> None:
    tale.open(Opening(situation=Situation.CHANGED_MIND, items="1:1"), words="")
    refund(tale, minor=1290, lines=[{"line": "2", "quantity": 1}])
    assert noted(tale) == 0


def test_two_cases_of_an_order_are_told_apart_by_lines_only(withdrawn: Tale) -> None:
    withdrawn.open(DAMAGED)
    refund(withdrawn)
    assert noted(withdrawn) == 0


def test_what_was_paid_before_the_case_is_of_another(tale: Tale) -> None:
    refund(tale)
    tale.open(CHANGED_MIND, words="")
    assert noted(tale) == 0
