"""Races of the sweep: with an answer, with another worker, with publishing. Real threads and connections."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial
from threading import Barrier
from typing import Any

import msgspec
import pytest
from django.db import connections

from helpdesk.archive.database.scope import everything
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.actions import posting
from helpdesk.conversations.queries import loading
from helpdesk.deadlines import actions, queries
from helpdesk.deadlines.models import Obligation, Outage
from helpdesk.deadlines.terms import GRACE
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, ANNAS_SHOP, CLARA
from tests.conversations.clocks import HOUR, MONDAY, findings, obligations
from tests.deadlines import swept
from tests.past import any_present
from tests.shops import Shops, order

DEADLINE = MONDAY + 24 * HOUR
US = timedelta(microseconds=1)
NO_GRACE = timedelta(0)


@pytest.fixture(autouse=True)
def present(database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    any_present(monkeypatch).set(MONDAY)
    queries.forget()
    yield
    queries.forget()


@pytest.fixture
def threads(shops: Shops) -> list[Ref]:
    """Five questions of Clara's, all asked at once."""
    orders = [shops.claras_order, *(order(ANNAS_SHOP, f"A-2{n}", CLARA, "de") for n in range(4))]
    return [ask(each) for each in orders]


def ask(of: Ref) -> Ref:
    posted = conversations.ask_about_order(
        actor=CLARA, now=MONDAY, order=of, draft="Is it 8 mm?", key=f"ask {of}"
    )
    return posted.conversation


def reply(to: Ref, at: datetime) -> None:
    conversations.post_reply(
        actor=ANNA, now=at, conversation=to, draft="It is 8 mm, and it fits.", key=f"reply {to}"
    )


def elsewhere(does: Callable[[], Any]) -> Any:
    """In a thread of its own, with a connection of its own, to the end."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(hung_up, does).result()


def at_once(*deeds: Callable[[], Any]) -> list[Any]:
    """Each in a thread of its own, from the same moment on."""
    barrier = Barrier(len(deeds))

    def run(does: Callable[[], Any]) -> Any:
        barrier.wait()
        return hung_up(does)

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(run, deeds))


def hung_up(does: Callable[[], Any]) -> Any:
    try:
        return does()
    finally:
        connections.close_all()


def test_an_answer_in_time_takes_back_the_miss_that_was_booked_before_it_could_be_stored(
    threads: list[Ref], monkeypatch: pytest.MonkeyPatch
) -> None:
    once = iter([True])
    real = loading.load

    def load(**said: Any) -> Any:
        loaded = real(**said)
        if next(once, False):  # loaded, judged in time, and then a worker comes in between
            assert elsewhere(lambda: swept.sweep(DEADLINE, grace=NO_GRACE)) == len(threads)
        return loaded

    monkeypatch.setattr(posting, "load", load)
    reply(threads[0], DEADLINE - US)
    with everything():
        row = Obligation.objects.defer("next_at").get(chain=threads[0].id)
    (miss,) = [each for each in swept.misses() if each.chain == threads[0].id]
    answer = swept.entries("message")[-1]
    assert row.overdue_by == miss.id
    assert row.answered_at is not None
    assert row.answered_at > row.deadline  # behind the miss on its chain, and in time: it had come before
    assert (row.verdict, row.answered_by, row.voided_by, miss.voided_by) == ("met", *3 * [answer.id])
    said = msgspec.json.decode(bytes(answer.leaf))
    assert ["voids", str(miss.id)] in said["ref"]
    assert said["f"]["submitted"] == int(DEADLINE.timestamp()) * 1_000_000 - 1
    assert not findings()


def test_an_answer_after_the_deadline_takes_nothing_back(threads: list[Ref]) -> None:
    swept.sweep(DEADLINE, grace=NO_GRACE)
    reply(threads[0], DEADLINE + US)
    assert [row.verdict for row in obligations() if row.answered_at] == ["late"]
    assert [miss.voided_by for miss in swept.misses()] == [None] * len(threads)
    assert not findings()


def test_however_many_workers_sweep_a_miss_is_booked_once(threads: list[Ref]) -> None:
    done = at_once(*[lambda: swept.sweep(DEADLINE + GRACE)] * 4)
    assert sum(done) == len(threads)
    assert swept.settle(DEADLINE + GRACE) == 0
    assert len(swept.misses()) == len(swept.entries("obligation.overdue")) == len(threads)
    assert not findings()


def test_however_many_workers_sweep_a_warning_is_given_once(threads: list[Ref]) -> None:
    assert sum(at_once(*[lambda: swept.sweep(MONDAY + 12 * HOUR)] * 4)) == len(threads)
    assert swept.warnings() == [50] * len(threads)


def test_what_is_being_published_is_not_swept_by_the_rules_before(threads: list[Ref]) -> None:
    now = DEADLINE + GRACE
    with everything():
        Outage.objects.create(
            number=1,
            starts_at=DEADLINE - 3 * HOUR,
            ends_at=DEADLINE,
            reason="network",
            source="declared",
            published_at=now,
            entry_id=SYSTEM.person,
        )
        actions.mark_for_recheck(actor=SYSTEM, now=now, calendar=None)
        assert elsewhere(lambda: swept.sweep(now)) == 0
    at_once(*[lambda: swept.sweep(now)] * 4)
    swept.settle(now)
    assert (len(swept.moves()), swept.misses()) == (len(threads), [])


def test_publishing_sweeping_and_answering_at_once_never_wait_for_each_other_in_a_circle(
    threads: list[Ref],
) -> None:
    at = DEADLINE - US

    def publish() -> None:
        swept.outage(DEADLINE - 3 * HOUR, DEADLINE - 2 * HOUR, now=at)

    deeds: list[Callable[[], Any]] = [publish, *[lambda: swept.sweep(DEADLINE, grace=NO_GRACE)] * 2]
    deeds += [partial(reply, to, at) for to in threads[:3]]
    at_once(*deeds)
    swept.settle(DEADLINE)
    rows = obligations()
    assert [row.verdict for row in rows if row.answered_at] == ["met"] * 3
    assert [row.deadline for row in rows if not row.answered_at] == [DEADLINE + HOUR] * 2
    assert [miss for miss in swept.misses() if miss.voided_by is None] == []
    assert not [found for found in findings() if "deadlines_outage" not in found.row]
