"""What was handed over beside messages goes with its thread, with its buyer, and with time."""

from datetime import timedelta

import pytest

from helpdesk.archive.database.scope import acting, everything
from helpdesk.archive.models import Value
from helpdesk.conversations import queries
from helpdesk.conversations.queries import Handed
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.retention import actions
from tests.cast import ANNA, CLARA
from tests.conversations.handing import deliver, placed, refund
from tests.retention.asking import carried_out, erased, faults, hold
from tests.shops import Shops


def kept() -> set[str]:
    """Names of the values that are still there."""
    with everything():
        names = Value.objects.filter(name__in=["phone", "note", "iban", "holder"])
        return set(names.values_list("name", flat=True))


@pytest.fixture
def given(shops: Shops) -> Ref:
    """Clara's order, with both."""
    placed(shops.claras_order)
    deliver(shops.claras_order)
    refund(shops.claras_order)
    assert kept() == {"phone", "note", "iban", "holder"}
    return shops.claras_order


@pytest.mark.parametrize("scope", ["conversation", "buyer"])
def test_they_go_with_the_thread_and_with_the_buyer(given: Ref, thread: Ref, scope: str) -> None:
    erased(thread, scope)
    assert kept() == set()
    shown = queries.handed_over_for(actor=CLARA, now=clock.now(), order=given)
    assert {what: (one.erased, dict(one.values)) for what, one in shown.items()} == {
        Handed.DELIVERY: (True, {}),
        Handed.REFUND: (True, {}),
    }
    assert queries.handed_over_for(actor=ANNA, now=clock.now(), order=given)[Handed.DELIVERY].phone == ""
    assert faults() == []


def test_they_go_with_a_buyer_who_asked_nothing_there(given: Ref, other: Ref) -> None:
    erased(other, "buyer")
    assert kept() == set()
    assert faults() == []


def test_those_of_an_order_that_nobody_wrote_about_go_with_time(given: Ref) -> None:
    later = clock.now() + timedelta(days=366 * 12)
    assert actions.retain(actor=SYSTEM, now=clock.now()) == 0
    with acting(SYSTEM):
        due = queries.old_handed_over(before=later, limit=10, spared=queries.Spared())
    assert [row.what for row in due] == ["delivery", "refund"]
    with acting(SYSTEM):
        spared = queries.Spared(orders=[given.id])
        assert queries.old_handed_over(before=later, limit=10, spared=spared) == []


def test_a_hold_on_the_thread_keeps_them(given: Ref, thread: Ref) -> None:
    hold(thread)
    carried_out()
    assert kept() == {"phone", "note", "iban", "holder"}
