"""Deliveries to a real receiver: signed, in order, at least once, and never lost."""

import os
from datetime import timedelta

import pytest
from django.conf import settings as live
from pytest_django import Settings

from helpdesk.console import delivering
from helpdesk.conversations import actions as conversations
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.webhooks import actions, queries
from helpdesk.webhooks.terms import LEASE, PAUSES, SendingState, Trouble
from tests.archive.dying import KILLED, hang_up
from tests.archive.entries import at_once
from tests.cast import ANNA, CLARA, DMITRI, PLATFORM
from tests.conversations.clocks import Story
from tests.shops import Shops
from tests.webhooks.receiver import Receiver, receiving
from tests.webhooks.sent import add, deliver, endpoint, react, rows


def test_what_happens_is_sent_once_and_tells_nobodys_words(story: Story, receiver: Receiver) -> None:
    react(story.now)
    add(receiver.url, now=story.now)
    story.reply("Yes, it is 8 mm and fits.")
    react(story.now)
    react(story.now)
    assert deliver(story.now) == [SendingState.DELIVERED]
    (got,) = receiver.got
    event = got.event
    assert got.path == "/hook?from=helpdesk"
    assert (event["specversion"], event["type"]) == ("1.0", "helpdesk.message")
    assert event["subject"] == f"conversation/{story.thread}"
    assert (event["data"]["side"], event["data"]["seller"]) == ("seller", "Anna's Espresso Parts")
    assert [one["how"] for one in event["data"]["refers"]] == ["answers"]
    assert got.id == event["id"] == event["data"]["entry"]
    assert b"8 mm" not in got.body
    assert b"Anna " not in got.body
    (row,) = rows()
    assert (row.status, row.tries, row.answer, row.state) == (204, 1, "", "delivered")
    assert row.millis is not None


def test_it_is_not_told_of_what_was_before_it(story: Story, receiver: Receiver) -> None:
    react(story.now)
    add(receiver.url, now=story.now)
    react(story.now)
    assert deliver(story.now) == []


def test_a_seller_is_told_of_their_own_and_the_platform_of_all(story: Story, receiver: Receiver) -> None:
    for actor in (PLATFORM, ANNA, DMITRI):
        add(receiver.url, now=story.now, actor=actor)
    story.reply()
    react(story.now)
    assert sorted(deliver(story.now)) == [SendingState.DELIVERED] * 4
    by: list[tuple[int | None, str]] = [(row.seller_id, row.kind) for row in rows()]
    assert by.count((ANNA.seller_id, "message")) == 2
    assert by.count((0, "message")) == 2
    assert len(by) == 4


def test_only_the_kinds_that_are_asked_for(story: Story, receiver: Receiver) -> None:
    add(receiver.url, now=story.now, kinds=["reply.waived"])
    story.reply()
    react(story.now)
    assert rows() == []


def test_one_subject_arrives_in_order_though_the_first_fails_again_and_again(
    story: Story, receiver: Receiver
) -> None:
    react(story.now)
    add(receiver.url, now=story.now)
    posted = [story.reply(), story.ask(), story.reply("It is 9 mm.")]
    react(story.now)
    entries = [str(Ref(story.thread.seller_id, one.receipt.entry)) for one in posted]
    receiver.judge = lambda got: 500 if got.id == entries[0] and len(receiver.got) <= 3 else 200
    now = story.now
    assert deliver(now) == [SendingState.WAITING]
    assert deliver(now + timedelta(seconds=1)) == []
    for pause in PAUSES[:2]:
        now += 1.3 * pause
        assert deliver(now) == [SendingState.WAITING]
    now += 1.3 * PAUSES[2]
    assert deliver(now) == [SendingState.DELIVERED] * 3
    assert [got.id for got in receiver.got] == [entries[0]] * 4 + entries[1:]
    assert rows()[0].tries == 4
    assert endpoint().failures == 0


def test_another_subject_does_not_wait(story: Story, receiver: Receiver, shops: Shops) -> None:
    react(story.now)
    add(receiver.url, now=story.now)
    story.reply()
    posted = conversations.ask_about_order(
        actor=CLARA, now=story.later(), order=shops.dmitris_order, draft="Which bulb?", key="lamp"
    )
    story.ask()
    react(story.now)
    bad = f"conversation/{story.thread}"
    receiver.judge = lambda got: 503 if got.event["subject"] == bad else 200
    assert sorted(deliver(story.now)) == [SendingState.DELIVERED, SendingState.WAITING]
    assert [got.event["subject"] for got in receiver.taken()] == [f"conversation/{posted.conversation}"]


def test_after_the_last_try_it_is_dead_the_next_goes_on_and_it_can_be_replayed(
    story: Story, receiver: Receiver
) -> None:
    react(story.now)
    webhook = add(receiver.url, now=story.now).webhook.ref
    first, second = story.reply(), story.ask()
    react(story.now)
    receiver.judge = lambda got: 500 if got.event["data"]["n"] == 1 else 200
    now = story.now
    for pause in (*PAUSES, PAUSES[-1]):
        deliver(now)
        now += 1.3 * pause
    deliver(now)  # it failed often, and was left alone for a while
    assert [row.state for row in rows()] == ["dead", "delivered"]
    assert (rows()[0].tries, rows()[0].status) == (len(PAUSES) + 1, 500)
    assert [
        one.state for one in queries.deliveries(actor=PLATFORM, webhook=webhook, state=SendingState.DEAD)
    ] == [SendingState.DEAD]
    assert queries.webhook(actor=PLATFORM, webhook=webhook).dead == 1
    receiver.judge = lambda _: 200
    assert actions.replay_dead(actor=PLATFORM, now=now, webhook=webhook) == 1
    assert deliver(now) == [SendingState.DELIVERED]
    ids = {got.id for got in receiver.got}
    assert ids == {str(Ref(story.thread.seller_id, one.receipt.entry)) for one in (first, second)}


def test_whoever_dies_between_sending_and_noting_leaves_it_to_the_next(
    story: Story, receiver: Receiver
) -> None:
    react(story.now)
    add(receiver.url, now=story.now)
    story.reply()
    story.ask()
    react(story.now)
    hang_up()
    child = os.fork()
    if child == 0:
        try:
            (due,) = actions.take_up_deliveries(actor=SYSTEM, now=story.now, limit=5)
            delivering.send(due=due)
        finally:
            os._exit(KILLED)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED
    assert [got.event["data"]["n"] for got in receiver.got] == [1]
    assert deliver(story.now + LEASE / 2) == []
    assert deliver(story.now + LEASE) == [SendingState.DELIVERED] * 2
    first, again, then = receiver.got
    assert first.id == again.id != then.id
    assert (first.body, [got.event["data"]["n"] for got in receiver.got]) == (again.body, [1, 1, 2])


def test_two_workers_at_once_send_each_once(story: Story, receiver: Receiver) -> None:
    react(story.now)
    add(receiver.url, now=story.now)
    for _ in range(4):
        story.reply()
        story.ask()
    react(story.now)
    at_once(3, lambda _: deliver(story.now))
    deliver(story.now)
    assert [got.event["data"]["n"] for got in receiver.got] == [*range(1, 9)]


@pytest.mark.parametrize(
    ("status", "trouble"), [(500, Trouble.STATUS), (404, Trouble.STATUS), (302, Trouble.REDIRECT)]
)
def test_only_2xx_counts(story: Story, receiver: Receiver, status: int, trouble: Trouble) -> None:
    react(story.now)
    add(receiver.url, now=story.now)
    story.reply()
    react(story.now)
    receiver.judge = lambda _: status
    assert deliver(story.now) == [SendingState.WAITING]
    assert (rows()[0].status, rows()[0].answer) == (status, trouble.value)


def test_a_place_that_is_allowed_no_more_is_not_asked(
    story: Story, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    react(story.now)
    add(receiver.url, now=story.now)
    story.reply()
    react(story.now)
    monkeypatch.setattr(live.HELPDESK, "outgoing_allowed", frozenset[str]())
    assert deliver(story.now) == [SendingState.WAITING]
    assert (rows()[0].answer, receiver.got) == ("private", [])


def test_nobody_there(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    react(story.now)
    with receiving() as gone:
        url, place = gone.url, gone.place
    monkeypatch.setattr(live.HELPDESK, "outgoing_allowed", frozenset({place}))
    add(url, now=story.now)
    story.reply()
    react(story.now)
    assert deliver(story.now) == [SendingState.WAITING]
    assert (rows()[0].status, rows()[0].answer) == (None, "unreached")


def test_an_endpoint_that_fails_again_and_again_is_asked_one_thing_at_a_time(
    story: Story, receiver: Receiver
) -> None:
    react(story.now)
    add(receiver.url, now=story.now)
    story.reply()
    react(story.now)
    receiver.judge = lambda _: 500
    now = story.now
    for pause in PAUSES[:4]:
        deliver(now)
        now += 1.3 * pause
    deliver(now)
    row = endpoint()
    assert (row.failures, row.rest_until is not None and row.rest_until > now) == (5, True)
    assert row.failing_since == story.now
    assert row.rest_until is not None
    receiver.judge = lambda _: 200
    deliver(now + 1.3 * PAUSES[4])
    row = endpoint()
    assert (row.failures, row.failing_since, row.rest_until) == (0, None, None)


def test_another_key_of_the_installation_sends_nothing_that_nobody_could_check(
    story: Story, receiver: Receiver, settings: Settings
) -> None:
    react(story.now)
    add(receiver.url, now=story.now)
    story.reply()
    react(story.now)
    settings.SECRET_KEY = "quite another one"
    assert deliver(story.now) == []
    (row,) = rows()
    assert (row.answer, row.tries, row.state, receiver.got) == ("secret", 0, "waiting", [])
