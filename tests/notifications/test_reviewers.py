"""Reviewers: told of what waits for them, by the digest unless they choose otherwise, until one has ruled."""

from datetime import timedelta

import pytest

from helpdesk.accounts import actions as accounts
from helpdesk.archive.database.scope import everything
from helpdesk.conversations import actions as conversations
from helpdesk.kernel.actor import SYSTEM, Role
from helpdesk.notifications import queries
from helpdesk.notifications.models import Notice
from helpdesk.notifications.terms import Kind, Rhythm
from tests.cast import ANNA, ANNAS_SHOP, CLARA, EDDA, FELIX
from tests.conversations.attempts import refused_reply
from tests.conversations.clocks import Story
from tests.notifications.told import deliveries, notices, react


@pytest.fixture
def desk(story: Story) -> Story:
    """Edda reviews, Felix does not; Anna wants a person to look at what was refused."""
    for who, role in ((EDDA, Role.REVIEWER), (EDDA, Role.SUPPORT), (FELIX, Role.COMPLIANCE)):
        if who is FELIX:
            accounts.enrol_person(
                actor=SYSTEM, now=story.now, id=FELIX.person, display_name="Felix", language="en"
            )
        accounts.grant_role(actor=SYSTEM, now=story.now, person_id=who.person, role=role)
    return story


def ask_for_check(story: Story) -> object:
    attempt = refused_reply(story.thread, now=story.later())
    conversations.ask_for_check(actor=ANNA, now=story.later(), attempt=attempt, key=story.key())
    react(story.now)
    return attempt


def test_reviewers_alone_are_told_once_and_nobody_of_either_side_sees_it(desk: Story) -> None:
    ask_for_check(desk)
    react(desk.now)
    assert [who for who, what in notices() if what == "review"] == ["Edda"]
    [line] = queries.notices_of(actor=EDDA)
    assert (line.kind, queries.unread_count(actor=EDDA)) == (Kind.REVIEW, 1)
    assert {each.kind for who in (ANNA, CLARA) for each in queries.notices_of(actor=who)} == {Kind.MESSAGE}
    with everything():
        assert Notice.objects.get(kind="review").audience == 2


def test_it_leaves_with_the_digest_at_eight_by_the_operators_clock(desk: Story) -> None:
    ask_for_check(desk)
    [way] = [row for row in deliveries() if row.person_id == EDDA.person]
    assert (way.due_at.hour, way.due_at.minute) == (8, 0)
    assert timedelta(0) < way.due_at - desk.now <= timedelta(days=1)


@pytest.mark.parametrize("release", [True, False])
def test_a_ruling_settles_it(desk: Story, release: bool) -> None:
    attempt = ask_for_check(desk)
    decide = conversations.release_attempt if release else conversations.confirm_attempt
    decide(actor=EDDA, now=desk.later(), attempt=attempt, key=desk.key())  # type: ignore[arg-type]
    with everything():
        row = Notice.objects.get(kind="review")
        assert queries.settled(notices=[(ANNAS_SHOP, row.id)]) == {row.id}
    react(desk.now)
    assert queries.unread_count(actor=EDDA) == 0
    assert queries.notices_of(actor=EDDA)[0].settled_at is not None


def test_the_desk_has_wishes_of_its_own(desk: Story) -> None:
    found = queries.reader(actor=EDDA)
    assert found is not None
    assert (found.works, found.chosen, found.wishes.rhythm) == (True, False, Rhythm.DAILY)
    felix = queries.reader(actor=FELIX)
    assert felix is not None
    assert not felix.works
