"""Tell: whoever is concerned gets one notice, in log order; what is settled ends for all colleagues."""

from datetime import timedelta

import pytest

from helpdesk.archive.database.scope import acting, everything
from helpdesk.archive.models import Cursor
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.models import Message
from helpdesk.conversations.terms import Manner
from helpdesk.deadlines.terms import WaiverReason
from helpdesk.kernel.actor import Actor
from helpdesk.marketplace.models import Member
from helpdesk.notifications.models import Delivery, Notice
from helpdesk.notifications.terms import KEPT_WAITING
from helpdesk.teamwork import actions as teamwork
from tests.archive.entries import at_once
from tests.cast import ANNA, ANNAS_SHOP, BRUNO, CLARA, DMITRI, EDDA, HANIA, READER
from tests.conversations.attempts import refused_reply
from tests.conversations.clocks import MONDAY, Story
from tests.deadlines.swept import settle
from tests.notifications.told import REACTION, deliveries, notices, open_notices, react, rows, warn, wish

DAY = timedelta(days=1)
BOTH = [("Anna", "message"), ("Bruno", "message")]


def test_a_question_is_told_to_the_team_and_the_answer_to_the_buyer(story: Story) -> None:
    react(MONDAY)
    assert notices() == BOTH
    story.reply()
    react(story.now)
    assert notices() == [*BOTH, ("Clara", "message")]
    assert {row.subject_id for row in rows()} == {row.id for row in _messages(story)}


def test_what_was_told_is_not_told_again(story: Story) -> None:
    react(MONDAY)
    with everything():
        Cursor.objects.filter(reaction=REACTION).update(number=-1)
        before = list(Notice.objects.order_by("id").values()), list(Delivery.objects.order_by("id").values())
    react(MONDAY)
    with everything():
        after = list(Notice.objects.order_by("id").values()), list(Delivery.objects.order_by("id").values())
    assert after == before


def test_what_is_days_old_is_no_news(story: Story) -> None:
    react(MONDAY + KEPT_WAITING + timedelta(seconds=1))
    assert notices() == []


def test_two_workers_at_once_tell_once(story: Story) -> None:
    at_once(2, lambda _: react(MONDAY))
    react(MONDAY)
    assert notices() == BOTH
    assert len(deliveries()) == 2


def test_an_answer_settles_the_question_for_all_colleagues(story: Story) -> None:
    react(MONDAY)
    story.reply()
    story.ask()
    react(story.now)
    assert open_notices() == [*BOTH, ("Clara", "message")]
    assert len(notices()) == 5


def test_a_note_that_the_answer_will_take_longer_settles_nothing(story: Story) -> None:
    story.reply("I ask the workshop and write by tomorrow.", manner=Manner.INTERIM, promise_on=None)
    react(story.now)
    assert ("Anna", "message") in open_notices()


def test_no_reply_needed_settles_too_and_an_objection_is_told(story: Story) -> None:
    story.asked_again()
    conversations.waive_reply(
        actor=ANNA,
        now=story.later(),
        conversation=story.thread,
        reason=WaiverReason.NO_QUESTION,
        key=story.key(),
    )
    react(story.now)
    assert open_notices() == [("Clara", "message")]
    conversations.object_to_waiver(actor=CLARA, now=story.later(), conversation=story.thread, key=story.key())
    react(story.now)
    assert open_notices() == [("Anna", "asked_again"), ("Bruno", "asked_again"), ("Clara", "message")]
    story.reply()
    react(story.now)
    assert {what for _, what in open_notices()} == {"message"}


def test_warnings_are_told_to_the_team_once_each_and_a_miss_to_both_sides(story: Story) -> None:
    react(MONDAY)
    for share in (0.55, 0.85):
        settle(MONDAY + share * DAY)
        warn(MONDAY + share * DAY)
        assert warn(MONDAY + share * DAY) == 0
    assert [n for n in notices() if n[0] == "Anna"] == [
        ("Anna", "due_50"),
        ("Anna", "due_80"),
        ("Anna", "message"),
    ]
    settle(MONDAY + DAY + timedelta(hours=1))
    react(MONDAY + DAY + timedelta(hours=1))
    assert [who for who, what in notices() if what == "overdue"] == ["Anna", "Bruno", "Clara"]


def test_what_was_answered_before_anybody_was_warned_is_no_warning(story: Story) -> None:
    settle(MONDAY + 0.55 * DAY)
    story.now = MONDAY + 0.55 * DAY
    story.reply()
    assert warn(story.now) == 0


@pytest.mark.parametrize("release", [True, False])
def test_a_reviewers_decision_is_told_to_whoever_asked_for_it(story: Story, release: bool) -> None:
    attempt = refused_reply(story.thread, now=story.later())
    conversations.ask_for_check(actor=ANNA, now=story.later(), attempt=attempt, key=story.key())
    decide = conversations.release_attempt if release else conversations.confirm_attempt
    decide(actor=EDDA, now=story.later(), attempt=attempt, key=story.key())
    react(story.now)
    decided = [who for who, what in notices() if what == "decision"]
    assert decided == ["Anna"]
    assert (("Clara", "message") in notices()) is release


def test_whoever_covers_for_who_asked_for_it_is_told_too(story: Story) -> None:
    """And who asked is told all the same: nothing is kept from who is away."""
    attempt = refused_reply(story.thread, now=story.later())
    conversations.ask_for_check(actor=ANNA, now=story.later(), attempt=attempt, key=story.key())
    first = story.now.date()
    teamwork.say_away(
        actor=ANNA,
        now=story.now,
        person=ANNA.person,
        first_on=first,
        last_on=first,
        cover=BRUNO.person,
        key="away",
    )
    conversations.confirm_attempt(actor=EDDA, now=story.later(), attempt=attempt, key=story.key())
    react(story.now)
    assert [who for who, what in notices() if what == "decision"] == ["Anna", "Bruno"]


def test_who_reads_only_is_not_told(story: Story) -> None:
    with everything():
        Member.objects.create(
            seller_id=ANNAS_SHOP, external_id="r", person_id=READER.person, name="Reader", role="reader"
        )
        Member.objects.filter(person_id=BRUNO.person).update(removed_at=MONDAY)
    react(MONDAY)
    assert notices() == [("Anna", "message")]


def test_wishes_say_what_leaves_and_the_portal_has_it_all(story: Story) -> None:
    wish(ANNA.person, mailed=[])
    react(MONDAY)
    assert notices() == BOTH
    assert [row.person_id for row in deliveries()] == [BRUNO.person]


@pytest.mark.parametrize(("actor", "seen"), [(ANNA, 2), (CLARA, 1), (DMITRI, 0), (HANIA, 0), (EDDA, 3)])
def test_each_side_sees_its_own_rows_only(story: Story, actor: Actor, seen: int) -> None:
    story.reply()
    react(story.now)
    with acting(actor):
        assert Notice.objects.count() == seen
        assert Delivery.objects.count() == seen


def _messages(story: Story) -> list[Message]:
    with everything():
        return list(Message.objects.filter(conversation_id=story.thread.id))
