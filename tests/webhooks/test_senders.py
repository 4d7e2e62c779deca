"""Requests under way: a slow receiver holds up nobody else, and what waits for an answer leaves with it."""

import threading
from collections.abc import Callable
from time import monotonic
from types import SimpleNamespace

import pytest
from django.conf import settings as live
from django.db import transaction

from helpdesk.archive.database.scope import everything
from helpdesk.console import delivering
from helpdesk.kernel.actor import SYSTEM
from helpdesk.webhooks import actions, models
from helpdesk.webhooks.terms import BREAKS_AFTER, MOST_EACH, SECONDS
from tests.cast import PLATFORM
from tests.conversations.clocks import Story
from tests.webhooks.receiver import Got, Receiver, receiving
from tests.webhooks.sent import add, react


def test_a_slow_receiver_holds_up_nobody_else(
    story: Story, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivering, "clock", SimpleNamespace(now=lambda: story.now))
    with receiving() as slow:
        slow.before = threading.Event()
        monkeypatch.setattr(live.HELPDESK, "outgoing_allowed", frozenset({receiver.place, slow.place}))
        react(story.now)
        add(slow.url, now=story.now)
        add(receiver.url, now=story.now)
        story.reply()
        react(story.now)
        with delivering.Senders(at_once=4) as senders:
            assert senders.take_once() == 2
            story.ask()
            react(story.now)
            assert until(lambda: bool(senders.take_once()) or len(receiver.got) == 2)
            assert until(lambda: len(receiver.got) == 2)
            assert len(slow.got) == 1
            slow.before.set()
            assert senders.wait(seconds=SECONDS)


def test_what_waits_behind_another_leaves_as_soon_as_that_has_arrived(
    story: Story, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not at the next look, or an endpoint would get a few events a second and no more."""
    monkeypatch.setattr(delivering, "clock", SimpleNamespace(now=lambda: story.now))
    monkeypatch.setattr(delivering, "LOOK_SECONDS", 3 * SECONDS)
    react(story.now)
    add(receiver.url, now=story.now)
    for _ in range(3):
        story.reply()
        story.ask()
    react(story.now)
    stop = threading.Event()

    def judge(_: Got) -> int:
        if len(receiver.got) == 6:
            stop.set()
        return 204

    receiver.judge = judge
    with delivering.delivering(stop=stop):
        assert stop.wait(SECONDS)


def test_what_is_under_way_counts(story: Story, receiver: Receiver) -> None:
    webhook = add(receiver.url, now=story.now).webhook.ref
    for key in ("a", "b", "c"):
        actions.try_webhook(actor=PLATFORM, now=story.now, webhook=webhook, key=key)

    def taken(many: int) -> int:
        with everything(), transaction.atomic():
            due = actions.take_up_deliveries(
                actor=SYSTEM, now=story.now, limit=50, in_hand={webhook.id: many}
            )
            transaction.set_rollback(True)
        return len(due)

    assert [taken(many) for many in range(MOST_EACH + 2)] == [2, 1, 0, 0]
    with everything():
        models.Endpoint.objects.update(failures=BREAKS_AFTER)
    assert [taken(many) for many in range(3)] == [1, 0, 0]


def until(is_so: Callable[[], bool]) -> bool:
    """Whether it came to that, within the time that a request may take."""
    ends = monotonic() + SECONDS
    while not is_so():
        if monotonic() > ends:
            return False
    return True
