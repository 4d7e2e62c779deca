"""Reports: the desk is told that one waits, its reporter what became of it, the other side nothing at all."""

import pytest
from django.urls import reverse

from helpdesk.accounts import actions as accounts
from helpdesk.kernel.actor import SYSTEM, Actor, Role
from helpdesk.kernel.ids import Ref
from helpdesk.notifications import queries
from helpdesk.notifications.terms import Kind
from helpdesk.reports import actions as reports
from helpdesk.reports.terms import Outcome, Ruling, Said, Subject
from tests.cast import ANNA, BRUNO, CLARA, EDDA, FELIX, HANIA
from tests.conversations.clocks import Story
from tests.notifications.told import notices, open_notices, react


@pytest.fixture
def desk(story: Story) -> Story:
    """Edda reviews, Felix is compliance; what the thread itself brings is told already."""
    accounts.enrol_person(actor=SYSTEM, now=story.now, id=FELIX.person, display_name="Felix", language="en")
    for who, role in ((EDDA, Role.REVIEWER), (FELIX, Role.COMPLIANCE)):
        accounts.grant_role(actor=SYSTEM, now=story.now, person_id=who.person, role=role)
    react(story.now)
    return story


def file(story: Story, actor: Actor) -> Ref:
    done = reports.file_report(
        actor=actor,
        now=story.later(),
        subject=Subject(conversation=story.thread),
        said=Said(what="insult", words="See above."),
        key=story.key(),
    )
    react(story.now)
    return done.report


def settle(story: Story, report: Ref) -> None:
    reports.settle_report(
        actor=EDDA,
        now=story.later(),
        report=report,
        ruling=Ruling(outcome=Outcome.UNFOUNDED, reason="It is an answer."),
        key=story.key(),
    )
    react(story.now)


def told() -> list[str]:
    return sorted(who for who, what in notices() if what == "report")


@pytest.mark.parametrize("actor", [CLARA, ANNA], ids=["buyer", "seller"])
def test_the_desk_first_then_the_reporter_and_never_the_other_side(desk: Story, actor: Actor) -> None:
    report = file(desk, actor)
    assert told() == ["Edda", "Felix"]
    settle(desk, report)
    assert told() == sorted(["Edda", "Felix", actor.name])
    for one in (ANNA, BRUNO, CLARA, HANIA):
        mine = [line for line in queries.notices_of(actor=one) if line.kind is Kind.REPORT]
        assert [line.conversation for line in mine] == ([report] if one.person == actor.person else [])


def test_a_decision_settles_what_called_for_it(desk: Story) -> None:
    report = file(desk, CLARA)
    assert ("Edda", "report") in open_notices()
    settle(desk, report)
    assert ("Edda", "report") not in open_notices()
    assert ("Felix", "report") not in open_notices()
    assert ("Clara", "report") in open_notices()


def test_a_notice_leads_to_the_report(desk: Story) -> None:
    report = file(desk, CLARA)
    settle(desk, report)
    for actor, side in ((CLARA, "buyer"), (EDDA, "administrator")):
        [line] = [one for one in queries.notices_of(actor=actor) if one.kind is Kind.REPORT]
        assert reverse(f"{side}:report", args=[line.conversation]).endswith(str(report))
