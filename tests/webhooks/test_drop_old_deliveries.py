"""Old deliveries go, the oldest first and some at a time; what waits, or was done with lately, stays."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from helpdesk.console import delivering
from helpdesk.kernel.actor import SYSTEM
from helpdesk.webhooks import actions, queries
from helpdesk.webhooks.terms import KEPT, SendingState
from tests.cast import PLATFORM
from tests.conversations.clocks import Story
from tests.statements import statements
from tests.webhooks.receiver import Receiver
from tests.webhooks.sent import add, deliver, react, rows

MOMENT = timedelta(seconds=1)


@pytest.fixture
def sent(story: Story, receiver: Receiver) -> Story:
    """Two arrived a minute after each other, a third was not taken."""
    react(story.now)
    add(receiver.url, now=story.now)
    for write in (story.reply, story.ask):
        write()
        react(story.now)
        assert deliver(story.now) == [SendingState.DELIVERED]
    receiver.judge = lambda _: 500
    story.reply()
    react(story.now)
    assert deliver(story.now) == [SendingState.WAITING]
    return story


def test_what_was_done_with_long_ago_goes_and_what_waits_stays(sent: Story) -> None:
    first, second, waiting = rows()
    assert first.done_at is not None
    assert second.done_at is not None
    assert actions.drop_old_deliveries(actor=SYSTEM, now=first.done_at + KEPT, limit=9) == 0
    assert actions.drop_old_deliveries(actor=SYSTEM, now=first.done_at + KEPT + MOMENT, limit=9) == 1
    assert [row.id for row in rows()] == [second.id, waiting.id]
    assert actions.drop_old_deliveries(actor=SYSTEM, now=second.done_at + 9 * KEPT, limit=9) == 1
    assert [row.id for row in rows()] == [waiting.id]


def test_the_feed_has_it_for_good(sent: Story) -> None:
    told = queries.feed(actor=PLATFORM).events
    actions.drop_old_deliveries(actor=SYSTEM, now=sent.now + 9 * KEPT, limit=9)
    assert queries.feed(actor=PLATFORM).events == told


def test_some_at_a_time_the_oldest_first_in_two_statements(sent: Story) -> None:
    _, second, waiting = rows()
    with statements() as count:
        assert actions.drop_old_deliveries(actor=SYSTEM, now=sent.now + 2 * KEPT, limit=1) == 1
    assert count() <= 5
    assert [row.id for row in rows()] == [second.id, waiting.id]


def test_the_worker_goes_on_while_there_is_more(sent: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    late = sent.now + 2 * KEPT
    monkeypatch.setattr(delivering, "AT_A_TIME", 1)
    monkeypatch.setattr(delivering, "clock", SimpleNamespace(now=lambda: late))
    assert [delivering.sweep_once() for _ in range(3)] == [False, False, True]
    assert len(rows()) == 1
