"""A measure beside the sweep and beside an answer. Real threads and connections."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Event
from typing import Any

import pytest
from django.db import connections

from helpdesk.archive.database.scope import acting, everything
from helpdesk.conversations import actions as conversations
from helpdesk.deadlines import actions, queries
from helpdesk.deadlines.models import Obligation
from helpdesk.deadlines.terms import GRACE
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, ANNAS_SHOP, CLARA, HANIA
from tests.conversations.clocks import HOUR, MONDAY
from tests.deadlines import swept
from tests.deadlines.measured import findings, suspend
from tests.past import any_present
from tests.shops import Shops

DEADLINE = MONDAY + 24 * HOUR
START, END = MONDAY + 4 * HOUR, MONDAY + 14 * HOUR
US = timedelta(microseconds=1)
NO_GRACE = timedelta(0)


@pytest.fixture(autouse=True)
def present(database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    any_present(monkeypatch).set(MONDAY)
    queries.forget()
    yield
    queries.forget()


@pytest.fixture
def asked(shops: Shops) -> list[Ref]:
    """Clara and Hania ask about an offer."""
    return [
        conversations.ask_about_offer(
            actor=buyer, now=MONDAY, offer=shops.offer, draft="Is it for 8 mm?", key=str(buyer.person)
        ).conversation
        for buyer in (CLARA, HANIA)
    ]


def test_a_clock_in_other_hands_is_not_waited_for_and_is_found_out_later(asked: list[Ref]) -> None:
    held, go_on = Event(), Event()

    def hold() -> None:
        with everything():
            list(Obligation.objects.select_for_update().filter(chain=asked[0].id))
            held.set()
            assert go_on.wait(20)
        connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        holder = pool.submit(hold)
        assert held.wait(20)
        suspend(START, END)  # would wait for ever
        go_on.set()
        holder.result()
    swept.settle(START)
    assert len(swept.moves()) == 1, "the other one's"
    swept.settle(DEADLINE + GRACE)
    assert (len(swept.moves()), swept.misses()) == (2, [])
    assert not findings()


def test_a_sweep_beside_a_measure_that_is_being_imposed_books_nothing_that_it_forbids(
    asked: list[Ref],
) -> None:
    imposed = Event()

    def sweep() -> Any:
        assert imposed.wait(20)
        found = actions.sweep(actor=SYSTEM, now=START, limit=100)
        connections.close_all()
        return found

    with ThreadPoolExecutor(1) as pool:
        sweeper = pool.submit(sweep)
        with acting(SYSTEM):
            suspend(START, END)
            imposed.set()
            sweeper.result()  # sees no mark yet, and waits for nothing
    assert swept.moves() == []
    swept.settle(START)
    assert {move.deadline for move in swept.moves()} == {DEADLINE + 10 * HOUR}


def test_an_answer_by_the_moved_deadline_is_in_time_if_the_sweep_never_looked(asked: list[Ref]) -> None:
    suspend(START, END)
    with everything():
        Obligation.objects.filter(seller_id=ANNAS_SHOP).update(next_at=None)
    at = DEADLINE + 10 * HOUR - US
    conversations.post_reply(actor=ANNA, now=at, conversation=asked[0], draft="8 mm.", key="answer")
    swept.sweep(DEADLINE + 10 * HOUR, grace=NO_GRACE)
    with everything():
        row = Obligation.objects.get(chain=asked[0].id)
    assert (row.verdict, row.deadline, swept.misses()) == ("met", DEADLINE + 10 * HOUR, [])
    assert not findings()
