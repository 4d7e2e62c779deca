"""Escalations: support is told of what comes before the Platform and is added there, until somebody acts."""

import pytest

from helpdesk.accounts import actions as accounts
from helpdesk.cases import actions as cases
from helpdesk.cases.terms.deeds import Opening
from helpdesk.cases.terms.names import BEFORE_PLATFORM, Situation
from helpdesk.kernel.actor import SYSTEM, Role
from helpdesk.notifications import queries
from helpdesk.notifications.actions.tell import _IN_HAND
from helpdesk.notifications.queries.settled import _SETTLED
from tests.cases.told import DAMAGED, DAY, Tale
from tests.cast import ANNA, CLARA, EDDA, FELIX, HANIA
from tests.notifications.told import deliveries, notices, open_notices, react
from tests.past import any_present
from tests.shops import Shops

CLAIM = Opening(situation=Situation.OTHER, amount=1_500)
DESK = ("escalation", "evidence")


@pytest.fixture
def tale(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> Tale:
    """Edda is support, Felix reviews; Clara's claim is refused."""
    any_present(monkeypatch)
    tale = Tale(shops.claras_order)
    desk(tale)
    tale.open(CLAIM, words="The carton scratched my table.")
    tale.step("refuse", words="The carton has no edges.")
    return tale


def desk(tale: Tale) -> None:
    for who, role in ((EDDA, Role.SUPPORT), (FELIX, Role.REVIEWER)):
        accounts.enrol_person(actor=SYSTEM, now=tale.now, id=who.person, display_name=who.name, language="en")
        accounts.grant_role(actor=SYSTEM, now=tale.now, person_id=who.person, role=role)


def told(tale: Tale) -> list[tuple[str, str]]:
    react(tale.later())
    return [one for one in notices() if one[1] in DESK]


def waiting(tale: Tale) -> list[tuple[str, str]]:
    react(tale.later())
    return [one for one in open_notices() if one[1] in DESK]


def escalated(tale: Tale) -> None:
    tale.step("escalate", CLARA, words="It has four.")


def test_support_is_told_in_its_bell_and_by_mail(tale: Tale) -> None:
    assert told(tale) == []
    escalated(tale)
    assert told(tale) == [("Edda", "escalation")]
    assert queries.unread_count(actor=EDDA) == 1
    assert [one.channel for one in deliveries() if one.person_id == EDDA.person] == ["mail"]


def test_evidence_of_either_side_is_told(tale: Tale) -> None:
    escalated(tale)
    tale.step("add_evidence", ANNA, words="Its corners are round.")
    tale.step("add_evidence", CLARA, words="They are not.")
    assert told(tale) == [("Edda", "escalation"), ("Edda", "evidence"), ("Edda", "evidence")]


def test_what_was_asked_for_is_told_when_it_comes(tale: Tale) -> None:
    escalated(tale)
    tale.step("ask_information", EDDA, words="How old is the table?", of="buyer")
    assert waiting(tale) == []
    tale.step("give_information", CLARA, words="A year.")
    assert waiting(tale) == [("Edda", "evidence")]


@pytest.mark.parametrize("step", ["take_up", "decide"])
def test_what_somebody_has_in_hand_calls_for_no_colleague(tale: Tale, step: str) -> None:
    escalated(tale)
    tale.step("add_evidence", ANNA, words="Its corners are round.")
    assert len(waiting(tale)) == 2
    if step == "take_up":
        tale.step("take_up", EDDA)
    else:
        tale.step("decide", EDDA, decision="for_seller", words="The photo shows it.")
    assert waiting(tale) == []
    assert queries.unread_count(actor=EDDA) == 0


def test_what_is_taken_back_calls_for_nobody(tale: Tale) -> None:
    escalated(tale)
    assert len(waiting(tale)) == 1
    tale.step("drop", CLARA)
    assert waiting(tale) == []


def test_an_appeal_comes_before_the_platform_again(tale: Tale) -> None:
    escalated(tale)
    tale.step("decide", EDDA, decision="for_seller", words="The photo shows it.")
    tale.step("appeal", CLARA, words="It shows the opposite.")
    assert waiting(tale) == [("Edda", "escalation")]


def test_a_silence_that_a_person_judges_is_told(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> None:
    """In Poland, where it would accept a complaint had nobody written meanwhile."""
    any_present(monkeypatch)
    tale = Tale(shops.hanias_order, HANIA)
    desk(tale)
    tale.open(DAMAGED)
    tale.reply()
    tale.later(16 * DAY)
    cases.sweep_cases(actor=SYSTEM, now=tale.now, limit=20)
    assert tale.shown().stage == "administrator"
    assert waiting(tale) == [("Edda", "escalation")]


@pytest.mark.parametrize("sql", [_IN_HAND, _SETTLED])
def test_sql_names_the_same_stages(sql: str) -> None:
    assert f"s.stage NOT IN {BEFORE_PLATFORM}" in sql
