"""The end of a removal: open cases go to the Platform, and the Buyers are told."""

from datetime import timedelta

import pytest

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.cases import actions as cases
from helpdesk.cases import queries
from helpdesk.cases.rules import known
from helpdesk.cases.terms.deeds import CaseShown, Opening
from helpdesk.cases.terms.names import Kind, Owner, Situation
from helpdesk.config.wiring import REACTIONS
from helpdesk.enforcement import actions
from helpdesk.enforcement.queries.removed import THERE
from helpdesk.enforcement.terms import MeasureKind
from helpdesk.kernel.actor import SYSTEM, Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict
from helpdesk.notifications.models import Notice
from tests.cases.told import deliver
from tests.cast import CLARA, FELIX, HANIA
from tests.enforcement.test_lift_measure import REASON, limited
from tests.enforcement.told import Tale, verified

DAY = timedelta(days=1)
TELLING = "helpdesk.notifications.reactions.on_entry"


def opened(tale: Tale, buyer: Actor) -> Ref:
    """A case about a broken handle."""
    order = {CLARA.person: tale.shops.claras_order, HANIA.person: tale.shops.hanias_order}[buyer.person]
    deliver(order, buyer, at=tale.now - 3 * DAY)
    posted = cases.open_case(
        actor=buyer,
        now=tale.later(),
        order=order,
        opening=Opening(situation=Situation.DAMAGED, wanted="refund"),
        key=tale.key(),
        words="The handle is broken.",
    )
    return Ref(order.seller_id, posted.receipt.entry)


def shown(tale: Tale, case: Ref, buyer: Actor = CLARA) -> CaseShown:
    return queries.case_of(actor=buyer, now=tale.now, case=case)


def hand_over(tale: Tale) -> int:
    return actions.hand_over_cases(actor=SYSTEM, now=tale.later(), limit=10)


def removed(tale: Tale) -> Ref:
    """Announced, and its thirty days gone by, to the minute before its end; the measure."""
    measure = limited(tale, MeasureKind.REMOVAL)
    tale.later(30 * DAY - timedelta(minutes=5))
    return measure


@pytest.fixture
def case(tale: Tale) -> Ref:
    """Clara's, open."""
    return opened(tale, CLARA)


@pytest.mark.parametrize("kind", Kind)
def test_from_every_stage_there_is_a_way_or_it_is_there(kind: Kind) -> None:
    flow = known.flow(kind, version=1)
    runs = {stage.name for stage in flow.stages.values() if not stage.ends}
    assert runs <= flow.steps["put_before_platform"].frm | {*THERE}


def test_nothing_happens_before_the_thirty_days_are_over(tale: Tale, case: Ref) -> None:
    before = shown(tale, case).stage
    removed(tale)
    assert hand_over(tale) == 0
    assert shown(tale, case).stage == before


def test_then_every_open_case_goes_to_the_platform_once(tale: Tale, case: Ref) -> None:
    hanias, done = opened(tale, HANIA), opened(tale, CLARA)
    cases.take_step(actor=CLARA, now=tale.later(), case=done, step="drop", key=tale.key())
    removed(tale)
    tale.later(timedelta(minutes=10))
    assert hand_over(tale) == 2
    assert hand_over(tale) == 0
    for one, buyer in ((case, CLARA), (hanias, HANIA)):
        found = shown(tale, one, buyer)
        assert (found.stage, found.waiting_on) == ("escalated", Owner.PLATFORM)
        assert {"decision", "platform_answer", "buyer_evidence"} <= {date.code for date in found.dates}
    assert shown(tale, done).outcome == "dropped"
    assert verified() == []


def test_buyers_are_told_and_so_is_the_desk(tale: Tale, case: Ref) -> None:
    removed(tale)
    tale.later(timedelta(minutes=10))
    hand_over(tale)
    archive.number_entries(actor=SYSTEM, now=tale.now)
    only = {kind: (TELLING,) for kind, names in REACTIONS.items() if TELLING in names}
    while archive.run_reactions(actor=SYSTEM, now=tale.now, wiring=only):
        pass
    step = queries.steps_of(actor=CLARA, case=case)[-1]
    assert (step.step, step.side) == ("put_before_platform", Side.SYSTEM)
    with acting(SYSTEM):
        told = Notice.objects.filter(subject_id=step.entry.id).values_list("kind", "person_id")
        assert ("case", CLARA.person) in set(told)


def test_what_is_opened_later_and_what_was_decided(tale: Tale, case: Ref) -> None:
    removed(tale)
    tale.later(timedelta(minutes=10))
    assert hand_over(tale) == 1
    later = opened(tale, HANIA)
    assert hand_over(tale) == 1
    assert shown(tale, later, HANIA).stage == "escalated"
    assert hand_over(tale) == 0


def test_a_removal_that_was_lifted_takes_nothing_over(tale: Tale, case: Ref) -> None:
    measure = removed(tale)
    actions.lift_measure(actor=FELIX, now=tale.later(), measure=measure, reason=REASON, key="lift")
    tale.later(timedelta(minutes=10))
    assert hand_over(tale) == 0


def test_what_is_there_already_is_not_put_there_again(tale: Tale, case: Ref) -> None:
    first = cases.put_before_platform(actor=SYSTEM, now=tale.later(), case=case, key="one")
    again = cases.put_before_platform(actor=SYSTEM, now=tale.later(), case=case, key="one")
    assert (again.replayed, again.receipt.entry) == (True, first.receipt.entry)
    with pytest.raises(Conflict, match=r"case\.not_now"):
        cases.put_before_platform(actor=SYSTEM, now=tale.later(), case=case, key="two")
    with pytest.raises(Conflict, match=r"case\.not_your_step"):
        cases.take_step(actor=CLARA, now=tale.later(), case=case, step="put_before_platform", key="three")
