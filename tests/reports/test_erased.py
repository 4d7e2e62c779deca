"""Reports go with their thread, with their buyer, and when their time is over."""

from datetime import timedelta

import pytest

from helpdesk.archive.database.scope import acting, everything
from helpdesk.archive.models import Value
from helpdesk.conversations.queries import Spared
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.reports import queries
from helpdesk.reports.terms import Subject
from tests.cast import ANNA, CLARA
from tests.reports.conftest import Thread
from tests.reports.voice import REASON, WORDS, file, read, turn_down
from tests.retention.asking import carried_out, erased, faults, hold
from tests.shops import Shops


def kept() -> int:
    """How many reports and reasons still have their words."""
    with everything():
        return Value.objects.filter(value__in=[WORDS.encode(), REASON.encode()]).count()


@pytest.mark.parametrize("author", [CLARA, ANNA], ids=["buyer", "seller"])
@pytest.mark.parametrize("scope", ["conversation", "buyer"])
def test_they_go_with_the_thread_and_with_the_buyer(talk: Thread, author: Actor, scope: str) -> None:
    said = talk.answer if author is CLARA else talk.question
    filed = file(Subject(conversation=talk.ref, message=said), actor=author, what="insult")
    read(talk.ref)
    turn_down(filed.report)
    assert kept() == 2
    erased(talk.ref, scope)
    assert kept() == 0
    shown = queries.report_of(actor=author, report=filed.report)
    assert (shown.words, shown.erased is not None, shown.author) == (None, True, "")
    assert shown.line.settled is not None
    assert shown.line.settled.reason is None
    assert faults() == []


def test_a_buyers_reports_beside_no_thread_go_with_the_buyer(talk: Thread, shops: Shops) -> None:
    file(Subject(order=shops.dmitris_order))
    erased(talk.ref, "buyer")
    assert kept() == 0
    assert faults() == []


def test_those_beside_no_thread_go_with_time(shops: Shops) -> None:
    file(Subject(order=shops.claras_order))
    later = clock.now() + timedelta(days=366 * 12)
    with acting(SYSTEM):
        assert len(queries.old_reports(before=later, limit=10, spared=Spared())) == 1
        orders = Spared(orders=[shops.claras_order.id])
        assert queries.old_reports(before=later, limit=10, spared=orders) == []


def test_those_beside_a_thread_wait_for_it(talk: Thread) -> None:
    file(Subject(conversation=talk.ref))
    later = clock.now() + timedelta(days=366 * 12)
    with acting(SYSTEM):
        assert queries.old_reports(before=later, limit=10, spared=Spared()) == []


def test_a_hold_on_the_thread_keeps_them(talk: Thread) -> None:
    file(Subject(conversation=talk.ref))
    hold(talk.ref)
    carried_out()
    assert kept() == 1
