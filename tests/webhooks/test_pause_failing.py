"""Pausing what takes nothing: on record, once, and with nothing left that would knock again."""

import json
from datetime import timedelta

from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Entry
from helpdesk.kernel.actor import SYSTEM
from helpdesk.webhooks import actions, queries
from helpdesk.webhooks.terms import FAILING_FOR, PauseReason, SendingState, Trouble, Wanted
from tests.archive.entries import at_once
from tests.cast import ANNA, PLATFORM
from tests.conversations.clocks import Story
from tests.statements import statements
from tests.webhooks.receiver import Receiver
from tests.webhooks.sent import add, deliver, endpoint, react, rows

MOMENT = timedelta(seconds=1)


def failing(story: Story, receiver: Receiver, *, status: int = 500) -> None:
    """Anna's endpoint has answered a first event so; a second waits behind it."""
    react(story.now)
    add(receiver.url, now=story.now, actor=ANNA)
    story.reply()
    story.ask()
    react(story.now)
    receiver.judge = lambda _: status
    assert deliver(story.now) == [SendingState.WAITING]


def test_what_took_nothing_for_days_is_paused_and_no_moment_earlier(story: Story, receiver: Receiver) -> None:
    failing(story, receiver)
    ends = story.now + FAILING_FOR
    assert actions.pause_failing(actor=SYSTEM, now=ends - MOMENT) == 0
    assert actions.pause_failing(actor=SYSTEM, now=ends) == 1
    row = endpoint()
    assert (row.paused_at, row.paused_as, row.version) == (ends, PauseReason.FAILING.value, 2)
    assert [(one.state, one.answer) for one in rows()] == [("dead", Trouble.PAUSED.value)] * 2
    story.reply()
    react(ends)
    assert deliver(ends) == []
    assert len(rows()) == 2


def test_it_is_on_record_once_with_its_reason(story: Story, receiver: Receiver) -> None:
    failing(story, receiver)
    at_once(2, lambda _: actions.pause_failing(actor=SYSTEM, now=story.now + FAILING_FOR))
    with everything():
        (entry,) = Entry.objects.filter(kind="webhook.paused")
    assert json.loads(bytes(entry.leaf))["f"] == {"webhook": str(endpoint().id), "reason": "failing"}
    assert entry.seller_id == ANNA.seller_id


def test_whoever_says_that_it_is_gone_is_asked_no_more(story: Story, receiver: Receiver) -> None:
    failing(story, receiver, status=410)
    assert actions.pause_failing(actor=SYSTEM, now=story.now) == 1
    assert endpoint().paused_as == PauseReason.GONE.value


def test_one_success_and_the_days_begin_anew(story: Story, receiver: Receiver) -> None:
    failing(story, receiver)
    receiver.judge = lambda _: 204
    assert deliver(story.now + FAILING_FOR / 2) == [SendingState.DELIVERED] * 2
    assert actions.pause_failing(actor=SYSTEM, now=story.now + 2 * FAILING_FOR) == 0


def test_what_goes_on_is_tried_for_as_long_again(story: Story, receiver: Receiver) -> None:
    failing(story, receiver)
    ends = story.now + FAILING_FOR
    actions.pause_failing(actor=SYSTEM, now=ends)
    (paused,) = queries.webhooks(actor=ANNA)
    going = Wanted(url=paused.wanted.url)
    actions.change_webhook(
        actor=ANNA, now=ends, webhook=paused.ref, wanted=going, seen_version=paused.version
    )
    assert actions.pause_failing(actor=SYSTEM, now=ends + FAILING_FOR) == 0
    assert actions.replay_dead(actor=ANNA, now=ends, webhook=paused.ref) == 2
    deliver(ends)
    assert actions.pause_failing(actor=SYSTEM, now=ends + FAILING_FOR - MOMENT) == 0
    assert actions.pause_failing(actor=SYSTEM, now=ends + FAILING_FOR) == 1


def test_one_at_a_time_in_few_statements(story: Story, receiver: Receiver) -> None:
    failing(story, receiver)
    add(receiver.url, now=story.now, actor=PLATFORM)
    story.reply()
    react(story.now)
    deliver(story.now)
    ends = story.now + FAILING_FOR
    with statements() as count:
        assert actions.pause_failing(actor=SYSTEM, now=ends) == 1
    assert count() <= 11
    assert [actions.pause_failing(actor=SYSTEM, now=ends) for _ in range(2)] == [1, 0]
