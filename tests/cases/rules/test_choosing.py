"""What is offered is what is taken: the remedies of a decision, and of giving in."""

import pytest

from helpdesk.cases.rules import engine
from helpdesk.cases.terms.fields import FIELDS
from helpdesk.cases.terms.names import By, Kind
from tests.cases.rules.played import Played

REFUSAL: dict[Kind, dict[str, str | int]] = {
    Kind.RETURN: {"term": "30 days"},
    Kind.WITHDRAWAL: {"ground": "exclusion", "letter": "c"},
}


def escalated(kind: Kind) -> Played:
    """Before the Platform, by whatever way it can come there."""
    case = Played(kind, at="2026-12-01 10:00")
    if kind is Kind.SHIPPING:
        case.step("escalate", By.BUYER, "2026-12-22 10:00", words=1)
        return case
    case.step("refuse", By.SELLER, "2026-12-02 10:00", **{"words": 1, **REFUSAL.get(kind, {})})
    case.step("escalate", By.BUYER, "2026-12-03 10:00", words=1)
    return case


def offered(case: Played, step: str, side: By) -> tuple[str, ...]:
    found = engine.allowed(case.flow, state=case.state, side=side, at=case.at + 1, reckoning=case.by)
    [one] = [each for each in found if each.step == step]
    [remedy] = [use for use in one.fields if use.name == "remedy"]
    return remedy.choices


@pytest.mark.parametrize("kind", Kind)
def test_a_decision_offers_what_the_flow_goes_on_with(kind: Kind) -> None:
    case = escalated(kind)
    choices = offered(case, "decide", By.PLATFORM)
    given: dict[str, int | str] = {"decision": "for_buyer", "words": 1, "decider": "edda"}
    taken = [
        one
        for one in FIELDS["remedy"].choices
        if case.refusal("decide", By.PLATFORM, "", remedy=one, **given) is None
    ]
    assert list(choices) == taken != []


@pytest.mark.parametrize("kind", Kind)
def test_giving_in_offers_what_was_wanted(kind: Kind) -> None:
    case = escalated(kind)
    choices = offered(case, "concede", By.SELLER)
    refused = {
        one: case.refusal("concede", By.SELLER, remedy=one, amount=100) for one in FIELDS["remedy"].choices
    }
    assert [one for one in choices if refused[one] not in (None, "case.repair_notice_missing")] == []
    assert all(refused[one] for one in refused if one not in choices)
