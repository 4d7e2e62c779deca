"""Hand over: where the Platform delivers, it finds each notice once, in one order, and nothing settled."""

from datetime import datetime, timedelta

import pytest
from django.conf import settings as live

from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.refusal import Forbidden
from helpdesk.notifications import actions, queries
from helpdesk.notifications.terms import Kind
from tests.archive.entries import at_once
from tests.cast import ANNA, BRUNO, CLARA, EDDA, PLATFORM
from tests.conversations.clocks import MONDAY, Story
from tests.notifications.told import react, states


@pytest.fixture(autouse=True)
def delivering(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live.HELPDESK, "notices", "platform")


def hand_over(now: datetime) -> int:
    return actions.hand_over(actor=SYSTEM, now=now, limit=100)


def test_the_platform_finds_each_notice_once_and_goes_on(story: Story) -> None:
    react(MONDAY)
    assert hand_over(MONDAY) == 2
    assert hand_over(MONDAY) == 0
    first = queries.requested(actor=PLATFORM, limit=1)
    rest = queries.requested(actor=PLATFORM, after=first[-1].number)
    assert [each.number for each in [*first, *rest]] == [1, 2]
    assert {each.person for each in [*first, *rest]} == {ANNA.person, BRUNO.person}
    assert {(each.kind, each.conversation, each.language) for each in [*first, *rest]} == {
        (Kind.MESSAGE, story.thread, "pl")
    }
    assert actions.take_up_mail(actor=SYSTEM, now=MONDAY + timedelta(days=1)) is None


def test_what_is_settled_is_not_handed_over(story: Story) -> None:
    react(MONDAY)
    story.reply()
    react(story.now)
    hand_over(story.now)
    assert [each.person for each in queries.requested(actor=PLATFORM)] == [CLARA.person]
    assert states() == {"Anna": ["settled"], "Bruno": ["settled"], "Clara": ["handed_over"]}


def test_two_workers_at_once_give_each_number_once(story: Story) -> None:
    for _ in range(5):
        story.ask()
    react(story.now)
    at_once(3, lambda _: [actions.hand_over(actor=SYSTEM, now=story.now, limit=3) for _ in range(5)])
    assert [each.number for each in queries.requested(actor=PLATFORM)] == [*range(1, 13)]


@pytest.mark.parametrize("actor", [ANNA, CLARA, EDDA])
def test_nobody_else_reads_the_feed(story: Story, actor: Actor) -> None:
    with pytest.raises(Forbidden):
        queries.requested(actor=actor)
