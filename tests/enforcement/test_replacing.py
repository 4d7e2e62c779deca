"""Right in part, a milder measure takes the place of the appealed one: by one person, in one deed."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.archive.database.scope import everything
from helpdesk.conduct.terms import Label
from helpdesk.enforcement import queries
from helpdesk.enforcement.models import Measure
from helpdesk.enforcement.rules.replacing import milder, refusal_of_instead
from helpdesk.enforcement.rules.shipped import shipped
from helpdesk.enforcement.terms import MeasureKind, Phase, Track
from helpdesk.enforcement.terms.appeals import Instead, Verdict
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Invalid
from tests.cast import ANNA, ANNAS_SHOP, FELIX
from tests.enforcement.appealed import ANSWER, JONAS, appeal, limited, settle
from tests.enforcement.told import IRIS, Tale, measures, restricted, verified, violations

DAY = timedelta(days=1)
SHORTER = Instead(kind=MeasureKind.DEMOTION, days=3)


def test_a_shorter_time_takes_its_place_with_a_statement_of_its_own(tale: Tale) -> None:
    measure = limited(tale, kind=MeasureKind.DEMOTION)
    settled = settle(tale, appeal(tale, measure), Verdict.CHANGED, instead=SHORTER)
    new, old = measures()
    assert old.id == measure
    assert (old.phase(at=tale.later()), new.phase(at=tale.now)) == (Phase.LIFTED, Phase.IN_FORCE)
    assert new.ends_at is not None
    assert new.ends_at - new.starts_at == 3 * DAY
    assert new.starts_at - settled.receipt.at < timedelta(milliseconds=1)
    assert (new.statement.explanation, new.statement.facts["decided_by"]) == (ANSWER, 1)
    assert new.basis.violations == old.basis.violations
    assert restricted(tale.now) == ["demotion"], "one of them, and no moment without"
    assert restricted(tale.later(4 * DAY)) == []
    with everything():
        assert Measure.objects.get(id=new.id.id).replaces == measure.id
    assert verified() == []


def test_a_milder_kind_may_take_nothing_away(tale: Tale) -> None:
    measure = limited(tale, kind=MeasureKind.DEMOTION)
    instead = Instead(kind=MeasureKind.WARNING)
    settle(tale, appeal(tale, measure, stay=True), Verdict.CHANGED, instead=instead)
    new = measures()[0]
    assert (new.kind, new.ends_at, restricted(tale.later())) == (MeasureKind.WARNING, None, [])
    assert verified() == []


def test_who_heard_the_first_appeal_does_not_hear_the_next(tale: Tale) -> None:
    measure = limited(tale, kind=MeasureKind.DEMOTION)
    settle(tale, appeal(tale, measure), Verdict.CHANGED, instead=SHORTER)
    again = appeal(tale, measures()[0].id)
    for actor in (JONAS, FELIX, IRIS):
        with pytest.raises(Forbidden, match=r"appeal\.own_decision"):
            settle(tale, again, actor=actor)


@pytest.mark.parametrize(
    ("instead", "code"),
    [
        (Instead(kind=MeasureKind.SUSPENSION, days=1), "appeal.instead"),  # graver
        (Instead(kind=MeasureKind.REMOVAL), "appeal.instead"),
        (Instead(kind=MeasureKind.DEMOTION, days=14), "appeal.instead_days"),  # as long, from later on
        (Instead(kind=MeasureKind.DEMOTION), "appeal.instead_days"),
        (Instead(kind=MeasureKind.WARNING, days=1), "appeal.instead_days"),
    ],
)
def test_what_is_no_milder_one(tale: Tale, instead: Instead, code: str) -> None:
    kept = appeal(tale, limited(tale, kind=MeasureKind.DEMOTION))
    with pytest.raises(Invalid, match=f"^{code.replace('.', '[.]')}$"):
        settle(tale, kept, Verdict.CHANGED, instead=instead)
    assert restricted(tale.now) == ["demotion"], "nothing of it is left"


def test_only_a_measure_that_was_right_in_part_leaves_room(tale: Tale) -> None:
    measure = limited(tale, kind=MeasureKind.DEMOTION)
    kept = appeal(tale, measure)
    for verdict in (Verdict.UPHELD, Verdict.REVERSED):
        with pytest.raises(Invalid, match=r"appeal\.instead"):
            settle(tale, kept, verdict, instead=SHORTER)
    with pytest.raises(Invalid, match=r"appeal\.instead_rests"):
        settle(tale, kept, Verdict.CHANGED, instead=SHORTER, take_back=[violations()[0].id])


def test_what_was_taken_back_is_no_reason_any_more(tale: Tale) -> None:
    tale.found(Label.PHONE)
    measure = limited(tale, kind=MeasureKind.DEMOTION)
    phone = violations()[0]
    settle(tale, appeal(tale, measure), Verdict.CHANGED, instead=SHORTER, take_back=[phone.id])
    new, old = measures()
    assert len(old.basis.violations) == 2
    assert [one.id for one in new.basis.violations] == [
        one.id for one in old.basis.violations if one.id != phone.id
    ]
    assert new.basis.points == 3000
    assert verified() == []


def test_the_desk_is_offered_what_fits(tale: Tale) -> None:
    measure = limited(tale, kind=MeasureKind.DEMOTION)
    of, offered = queries.measure_appealed(actor=JONAS, now=tale.later(5 * DAY), measure=measure)
    assert of == queries.measure_of(actor=JONAS, measure=measure)
    assert [(one.kind.value, one.most) for one in offered] == [
        ("notice", 0),
        ("warning", 0),
        ("messaging_limit", 7),
        ("demotion", 8),
    ]
    settle(tale, appeal(tale, measure), Verdict.REVERSED)
    assert queries.measure_appealed(actor=JONAS, now=tale.now, measure=measure)[1] == []
    assert queries.appeal_against(actor=ANNA, subject=Ref(ANNAS_SHOP, measure.id)) is not None


@given(
    track=st.sampled_from(Track),
    place=st.integers(0, 6),
    left=st.none() | st.timedeltas(timedelta(), timedelta(days=40)),
    kind=st.sampled_from(MeasureKind),
    days=st.integers(-1, 40),
)
def test_nothing_is_graver_and_nothing_ends_later(
    track: Track, place: int, left: timedelta | None, kind: MeasureKind, days: int
) -> None:
    tracks = shipped()
    ladder = tracks.ladder(track)
    place = min(place, len(ladder) - 1)
    among = milder(track=track, place=place, left=left, tracks=tracks)
    if refusal_of_instead(instead=Instead(kind=kind, days=days), among=among) is not None:
        return
    chosen = next(n for n, step in enumerate(ladder) if step.kind is kind)
    assert chosen <= place
    assert (days == 0) is (ladder[chosen].days == 0)
    assert days <= ladder[chosen].days
    if left is not None and days:
        assert days * DAY <= left
        assert chosen < place or days * DAY < left
