"""Escalations: what waits for the Platform, the most urgent first, whoever may read files."""

from copy import copy
from dataclasses import replace
from datetime import date, timedelta

import pytest

from helpdesk.cases.rules import known
from helpdesk.cases.terms.deeds import Opening
from helpdesk.cases.terms.names import BEFORE_PLATFORM, Kind, Owner, Situation
from helpdesk.kernel.actor import Actor, Role
from helpdesk.kernel.refusal import Forbidden
from helpdesk.oversight import queries
from tests.cases.told import Tale
from tests.cast import ANNA, CLARA, EDDA, FELIX, GRETA
from tests.past import any_present
from tests.shops import Shops, open_shops

CLAIM = Opening(situation=Situation.OTHER, amount=1_500)
ROOT = replace(EDDA, roles=frozenset({Role.PLATFORM_ADMIN}))


@pytest.fixture
def shops(database: str) -> Shops:
    """Anna's and Dmitri's shops."""
    return open_shops()


@pytest.fixture
def tales(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> tuple[Tale, Tale]:
    """Two of Clara's claims before the Platform, the second one a day later."""
    any_present(monkeypatch)
    first = Tale(shops.claras_order)
    _escalated(first)
    second = copy(first)
    second.case, second.now = None, first.later(timedelta(days=1))
    _escalated(second)
    return first, second


def _escalated(tale: Tale) -> None:
    tale.open(CLAIM, words="The carton scratched my table.")
    tale.step("refuse", words="The carton has no edges.")
    tale.step("escalate", CLARA, words="It has four.")


def test_the_most_urgent_comes_first_page_by_page(tales: tuple[Tale, Tale]) -> None:
    first, second = tales
    now = second.later()
    both = queries.escalations(actor=EDDA, now=now)
    assert [one.ref for one in both] == [first.case, second.case]
    (top,) = queries.escalations(actor=EDDA, now=now, limit=1)
    assert top.listed_at is not None
    (after,) = queries.escalations(actor=EDDA, now=now, after=(top.listed_at, top.ref.id))
    assert after.ref == second.case
    assert queries.escalations_count(actor=EDDA) == 2


def test_what_is_decided_waits_no_more_what_is_asked_back_stays_in_sight(tales: tuple[Tale, Tale]) -> None:
    first, second = tales
    first.now = second.later()
    first.step("decide", EDDA, decision="for_seller", words="The carton has no edges.")
    second.now = first.later()
    second.step("ask_information", EDDA, words="How old is the table?", of="buyer")
    [asked] = queries.escalations(actor=EDDA, now=second.later())
    assert (asked.ref, asked.waiting_on) == (second.case, Owner.BUYER)
    assert queries.escalations_count(actor=EDDA) == 0  # of those in which the Platform itself must act
    second.step("give_information", CLARA, words="A year.")
    [again] = queries.escalations(actor=EDDA, now=second.later())
    assert (again.ref, again.waiting_on) == (second.case, Owner.PLATFORM)
    assert queries.escalations_count(actor=EDDA) == 1


@pytest.mark.parametrize("kind", Kind)
def test_the_queue_knows_every_stage_of_the_platform(kind: Kind) -> None:
    flow = known.newest(kind, on=date(2026, 11, 16))
    ours = {stage.name for stage in flow.stages.values() if stage.owner is Owner.PLATFORM}
    assert ours <= set(BEFORE_PLATFORM)
    assert kind is not Kind.COMPLAINT or ours == set(BEFORE_PLATFORM)


def test_a_market_has_its_own(tales: tuple[Tale, Tale]) -> None:
    first, second = tales
    here = first.shown().market
    assert len(queries.escalations(actor=EDDA, now=second.later(), market=here)) == 2
    assert queries.escalations(actor=EDDA, now=second.later(), market="xx") == []
    assert queries.escalations_count(actor=EDDA, market="xx") == 0


@pytest.mark.parametrize("actor", [FELIX, GRETA])
def test_who_may_read_files_sees_the_queue(tales: tuple[Tale, Tale], actor: Actor) -> None:
    assert len(queries.escalations(actor=actor, now=tales[1].later())) == 2


@pytest.mark.parametrize("actor", [ANNA, CLARA, ROOT])
def test_others_do_not(tales: tuple[Tale, Tale], actor: Actor) -> None:
    with pytest.raises(Forbidden):
        queries.escalations(actor=actor, now=tales[1].later())
    with pytest.raises(Forbidden):
        queries.escalations_count(actor=actor)
