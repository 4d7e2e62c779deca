"""Lift, stay and resume: what was taken is given back, and the time of a stay does not count."""

from datetime import timedelta

import pytest

from helpdesk.conduct.terms import Label
from helpdesk.enforcement import actions
from helpdesk.enforcement.terms import MeasureKind, Phase
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref, uuid7
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, NotFound
from tests.cast import ANNA, ANNAS_SHOP, CLARA, EDDA, FELIX
from tests.enforcement.told import IRIS, Tale, measures, restricted, verified

REASON = "Two of the four messages were not yours."


def limited(tale: Tale, kind: MeasureKind = MeasureKind.MESSAGING_LIMIT) -> Ref:
    """A grave first violation; the measure that came of it."""
    tale.found(Label.DEAL)
    tale.follow()
    tale.approve(FELIX, kind, grave=True)
    done = tale.approve(IRIS, kind, grave=True)
    assert done.measure is not None
    return done.measure


def test_lifting_gives_back_and_says_why(tale: Tale) -> None:
    measure = limited(tale)
    assert restricted(tale.now) == ["messaging"]
    cause = uuid7()
    kept = actions.lift_measure(
        actor=FELIX, now=tale.later(), measure=measure, reason=REASON, key="lift", because_of=cause
    )
    again = actions.lift_measure(
        actor=FELIX, now=tale.later(), measure=measure, reason=REASON, key="lift", because_of=cause
    )
    assert (again.replayed, again.receipt.entry) == (True, kept.receipt.entry)
    [shown] = measures()
    assert (shown.phase(at=tale.now), shown.lifted_reason) == (Phase.LIFTED, REASON)
    assert restricted(tale.now) == []
    with pytest.raises(Conflict, match=r"measure\.lifted"):
        actions.lift_measure(actor=IRIS, now=tale.later(), measure=measure, reason=REASON, key="again")
    assert tale.follow() == 0, "what was decided once is not proposed again for having been lifted"
    assert verified() == []


def test_a_lifted_step_is_none(tale: Tale) -> None:
    first = tale.warned_for(Label.PHONE)
    assert first.measure is not None
    actions.lift_measure(actor=FELIX, now=tale.later(), measure=first.measure, reason=REASON, key="lift")
    tale.found(Label.PHONE)
    tale.follow()
    waits = tale.proposed()
    assert waits is not None
    assert waits.step.kind is MeasureKind.NOTICE


def test_a_stay_stops_the_time(tale: Tale) -> None:
    measure = limited(tale)
    tale.later(timedelta(days=2))
    actions.stay_measure(actor=FELIX, now=tale.later(), measure=measure, because_of=uuid7(), key="stay")
    tale.later()
    assert restricted(tale.now) == []
    assert measures()[0].phase(at=tale.now) is Phase.STAYED
    with pytest.raises(Conflict, match=r"measure\.not_to_stay"):
        actions.stay_measure(actor=FELIX, now=tale.later(), measure=measure, because_of=uuid7(), key="stay2")
    tale.later(timedelta(days=9))
    kept = actions.resume_measure(
        actor=SYSTEM, now=tale.later(), measure=measure, because_of=uuid7(), key="resume"
    )
    assert restricted(tale.later()) == ["messaging"]
    [shown] = measures()
    assert shown.ends_at is not None
    left = shown.ends_at - kept.receipt.at
    assert timedelta(days=4, hours=23) < left < timedelta(days=5)
    assert restricted(shown.ends_at) == []
    with pytest.raises(Conflict, match=r"measure\.not_stayed"):
        actions.resume_measure(actor=FELIX, now=tale.later(), measure=measure, because_of=uuid7(), key="r2")
    assert verified() == []


def test_a_stayed_removal_keeps_the_rest_of_its_notice(tale: Tale) -> None:
    measure = limited(tale, MeasureKind.REMOVAL)
    tale.later(timedelta(days=10))
    actions.stay_measure(actor=FELIX, now=tale.later(), measure=measure, because_of=uuid7(), key="stay")
    assert restricted(tale.later(timedelta(days=40))) == []
    kept = actions.resume_measure(
        actor=FELIX, now=tale.later(), measure=measure, because_of=uuid7(), key="resume"
    )
    tale.later()
    assert restricted(tale.now) == ["suspension"]
    assert restricted(kept.receipt.at + timedelta(days=19, hours=23)) == ["suspension"]
    assert restricted(kept.receipt.at + timedelta(days=20)) == ["removal"]
    [shown] = measures()
    assert shown.phase(at=tale.now) is Phase.ANNOUNCED


def test_nobody_else_lifts(tale: Tale) -> None:
    measure = limited(tale)
    for who in (ANNA, CLARA, EDDA):
        with pytest.raises(Forbidden):
            actions.lift_measure(actor=who, now=tale.now, measure=measure, reason=REASON, key="x")
    with pytest.raises(Invalid, match=r"measure\.reason"):
        actions.lift_measure(actor=FELIX, now=tale.now, measure=measure, reason="  ", key="x")
    unknown = Ref(ANNAS_SHOP, uuid7())
    unknown = Ref(ANNAS_SHOP, uuid7())
    with pytest.raises(NotFound):
        actions.lift_measure(actor=FELIX, now=tale.now, measure=unknown, reason=REASON, key="x")
