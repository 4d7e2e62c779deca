"""A disputed verdict: reviewers and compliance hear of it until it is decided, then the shop does."""

import pytest

from helpdesk.accounts import actions as accounts
from helpdesk.kernel.actor import SYSTEM, Role
from helpdesk.notifications import queries
from helpdesk.notifications.terms import Kind
from tests.cast import ANNA, DMITRI, EDDA, FELIX, GRETA
from tests.conversations.clocks import Story
from tests.notifications.told import notices, open_notices, react
from tests.standing.test_dispute_verdict import dispute, late_point
from tests.standing.test_settle_dispute import read, settle

DESK = [("Edda", "dispute"), ("Felix", "dispute")]


def told(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [one for one in found if one[1] == "dispute"]


@pytest.fixture
def desk(story: Story) -> Story:
    """Edda reviews, Felix is compliance, Greta audits."""
    for who, role in ((EDDA, Role.REVIEWER), (FELIX, Role.COMPLIANCE), (GRETA, Role.AUDITOR)):
        accounts.enrol_person(
            actor=SYSTEM, now=story.now, id=who.person, display_name=who.name, language="en"
        )
        accounts.grant_role(actor=SYSTEM, now=story.now, person_id=who.person, role=role)
    return story


def test_the_desk_hears_of_it_until_it_is_decided_and_then_the_shop(desk: Story) -> None:
    point = late_point(desk)
    react(desk.now)
    of = dispute(desk, point)
    react(desk.now)
    assert told(notices()) == told(open_notices()) == DESK
    [line] = [one for one in queries.notices_of(actor=EDDA) if one.kind is Kind.DISPUTE]
    assert line.conversation.id == of.receipt.entry
    read(desk, FELIX)
    settle(desk, of)
    react(desk.now)
    assert told(open_notices()) == [("Anna", "dispute"), ("Bruno", "dispute")]
    [line] = [one for one in queries.notices_of(actor=ANNA) if one.kind is Kind.DISPUTE]
    assert line.conversation == point
    assert [one for one in queries.notices_of(actor=DMITRI) if one.kind is Kind.DISPUTE] == []
