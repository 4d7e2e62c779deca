"""What a monitor reads of webhooks: our own delay apart from that of receivers, and what is paused."""

from datetime import timedelta

from helpdesk.kernel.actor import SYSTEM
from helpdesk.webhooks import actions
from helpdesk.webhooks.queries import webhook_gauges_for_system
from helpdesk.webhooks.terms import FAILING_FOR, SendingState
from tests.cast import ANNA, PLATFORM
from tests.conversations.clocks import Story
from tests.webhooks.receiver import Receiver
from tests.webhooks.sent import add, deliver, react

MINUTE = timedelta(minutes=1)


def read(story: Story, later: timedelta = timedelta()) -> dict[str, dict[str, float]]:
    """By name without its beginning, then by label."""
    found: dict[str, dict[str, float]] = {}
    for one in webhook_gauges_for_system(now=story.now + later):
        (label,) = one.labels.values()
        found.setdefault(one.name.removeprefix("helpdesk_"), {})[label] = one.value
    return found


def test_nothing_waits_and_nothing_is_paused(story: Story) -> None:
    assert read(story) == {
        "webhook_deliveries_waiting": {"well": 0, "failing": 0},
        "webhook_lag_seconds": {"well": 0, "failing": 0},
        "webhooks_paused": {"owner": 0, "failing": 0, "gone": 0},
    }


def test_what_waits_is_counted_by_how_its_receiver_fares(story: Story, receiver: Receiver) -> None:
    react(story.now)
    for actor in (ANNA, PLATFORM):
        add(receiver.url, now=story.now, actor=actor)
    story.reply()
    react(story.now)
    found = read(story, MINUTE)
    assert found["webhook_deliveries_waiting"] == {"well": 2, "failing": 0}
    assert found["webhook_lag_seconds"] == {"well": 60, "failing": 0}
    receiver.judge = lambda _: 500
    assert deliver(story.now) == [SendingState.WAITING] * 2
    found = read(story, timedelta(seconds=1))
    assert found["webhook_deliveries_waiting"] == {"well": 0, "failing": 2}
    assert found["webhook_lag_seconds"] == {"well": 0, "failing": 1}, "though the next try is not due"
    receiver.judge = lambda _: 204
    assert deliver(story.now + MINUTE) == [SendingState.DELIVERED] * 2
    assert read(story, MINUTE)["webhook_deliveries_waiting"] == {"well": 0, "failing": 0}


def test_what_a_worker_has_in_hand_is_not_late(story: Story, receiver: Receiver) -> None:
    react(story.now)
    add(receiver.url, now=story.now)
    story.reply()
    react(story.now)
    assert actions.take_up_deliveries(actor=SYSTEM, now=story.now + MINUTE, limit=9)
    found = read(story, MINUTE)
    assert (found["webhook_deliveries_waiting"]["well"], found["webhook_lag_seconds"]["well"]) == (1, 0)


def test_what_is_paused_is_counted_by_its_reason_until_it_is_removed(
    story: Story, receiver: Receiver
) -> None:
    react(story.now)
    webhook = add(receiver.url, now=story.now).webhook
    story.reply()
    react(story.now)
    receiver.judge = lambda _: 410
    deliver(story.now)
    assert actions.pause_failing(actor=SYSTEM, now=story.now + FAILING_FOR) == 1
    found = read(story)
    assert found["webhooks_paused"] == {"owner": 0, "failing": 0, "gone": 1}
    assert found["webhook_deliveries_waiting"] == {"well": 0, "failing": 0}
    actions.remove_webhook(actor=PLATFORM, now=story.now, webhook=webhook.ref)
    assert read(story)["webhooks_paused"]["gone"] == 0
