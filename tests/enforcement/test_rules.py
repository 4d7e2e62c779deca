"""The rules of measures, as properties: points fade in whole numbers, and steps come one at a time."""

import itertools
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.archive.terms import MAX_LEAF
from helpdesk.enforcement.rules import measures, persons, points, reading, shipped, stepping
from helpdesk.enforcement.terms import (
    POINT,
    Choice,
    Counted,
    DecisionKind,
    DecisionShown,
    MeasureKind,
    Source,
    Step,
    Track,
    ViolationKind,
)

TRACKS = shipped.shipped()
DAY = 86_400_000_000
ON = date(2026, 11, 16)
NOON = 1_794_830_400_000_000  # of that day
MONTH = 30 * DAY
INSTANT = datetime(2026, 11, 16, 12, tzinfo=UTC)

violations = st.builds(
    Counted,
    id=st.uuids(),
    kind=st.sampled_from(ViolationKind),
    source=st.sampled_from(Source),
    points=st.sampled_from([1000, 2000, 3000]),
    at=st.integers(min_value=NOON - 800 * DAY, max_value=NOON),
    subject=st.none() | st.uuids(),
)
taken = st.builds(
    stepping.Taken,
    place=st.integers(0, 6),
    at=st.integers(NOON - 400 * DAY, NOON),
    ends=st.none() | st.integers(NOON - 400 * DAY, NOON + 400 * DAY),
    stands=st.booleans(),
)


def counted(kind: ViolationKind = ViolationKind.CONTACT, *, days: int = 0, subject: int = 0) -> Counted:
    return Counted(
        id=UUID(int=days * 100 + subject),
        kind=kind,
        source=Source.REVIEW,
        points=TRACKS.points[kind],
        at=NOON - days * DAY,
        subject=UUID(int=subject) if subject else None,
    )


def step(place: int, track: Track = Track.CONDUCT) -> Step:
    return stepping.step_at(track=track, place=place, tracks=TRACKS)


def test_points_halve_every_ninety_days() -> None:
    grave = counted(ViolationKind.THREAT)
    aged = [
        points.total(violations=[replace(grave, at=NOON - d * DAY)], on=ON, tracks=TRACKS)
        for d in (0, 90, 180, 731)
    ]
    assert aged == [3000, 1500, 750, 0]


@given(st.lists(violations, max_size=12), st.randoms(use_true_random=False))
def test_points_have_no_order_and_never_grow_by_waiting(found: list[Counted], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    now = points.total(violations=found, on=ON, tracks=TRACKS)
    assert points.total(violations=shuffled, on=ON, tracks=TRACKS) == now
    later = points.total(violations=found, on=ON + timedelta(days=1), tracks=TRACKS)
    assert 0 <= later <= now <= sum(one.points for one in found)


@given(st.lists(violations, max_size=8), violations)
def test_one_more_never_lowers_the_points(found: list[Counted], more: Counted) -> None:
    before = points.total(violations=found, on=ON, tracks=TRACKS)
    assert points.total(violations=[*found, replace(more, at=NOON)], on=ON, tracks=TRACKS) >= before


def test_a_message_counts_once_by_the_gravest() -> None:
    twice = [counted(subject=7), counted(ViolationKind.DEAL, days=1, subject=7), counted(subject=8)]
    assert [one.kind for one in points.once(twice)] == [ViolationKind.DEAL, ViolationKind.CONTACT]


@pytest.mark.parametrize(
    ("milli", "kind"),
    [
        (499, None),
        (500, MeasureKind.NOTICE),
        (1000, MeasureKind.NOTICE),
        (2000, MeasureKind.WARNING),
        (3000, MeasureKind.MESSAGING_LIMIT),
        (4000, MeasureKind.DEMOTION),
        (6000, MeasureKind.SELLING_RESTRICTION),
        (8000, MeasureKind.SUSPENSION),
        (11_999, MeasureKind.SUSPENSION),
        (12_000, MeasureKind.REMOVAL),
    ],
)
def test_whoever_took_all_before_takes_the_step_of_the_points(milli: int, kind: MeasureKind | None) -> None:
    before = [stepping.Taken(place=place, at=1) for place in range(7) if kind and step(place).kind != kind]
    below = [one for one in before if kind and one.place < list(MeasureKind).index(kind)]
    found = stepping.next_conduct_step(
        points=milli, buyers=3, newest=NOON, taken=below, declined=0, tracks=TRACKS, now=NOON
    )
    assert (found.kind if found else None) == kind


def test_removal_takes_three_buyers() -> None:
    before = [stepping.Taken(place=place, at=1) for place in range(6)]
    for buyers, kind in ((2, MeasureKind.SUSPENSION), (3, MeasureKind.REMOVAL)):
        found = stepping.next_conduct_step(
            points=20 * POINT, buyers=buyers, newest=NOON, taken=before, declined=0, tracks=TRACKS, now=NOON
        )
        assert found is not None
        assert found.kind is kind


@given(
    st.integers(0, 20_000),
    st.integers(0, 5),
    st.integers(NOON - 400 * DAY, NOON),
    st.lists(taken, max_size=6),
    st.integers(0, NOON),
)
def test_conduct_goes_one_step_at_a_time(
    milli: int, buyers: int, newest: int, before: list[stepping.Taken], declined: int
) -> None:
    found = stepping.next_conduct_step(
        points=milli, buyers=buyers, newest=newest, taken=before, declined=declined, tracks=TRACKS, now=NOON
    )
    if found is None:
        return
    standing = [one.place for one in before if one.stands]
    assert found.place <= max(standing, default=-1) + 1
    assert milli + TRACKS.conduct[found.place].slack >= TRACKS.conduct[found.place].at
    assert newest > max([declined, *(one.at for one in before)])
    again = [*before, stepping.Taken(place=found.place, at=NOON)]
    assert (
        stepping.next_conduct_step(
            points=milli,
            buyers=buyers,
            newest=newest,
            taken=again,
            declined=declined,
            tracks=TRACKS,
            now=NOON,
        )
        is None
    ), "the same violations ask for nothing a second time"


@given(
    st.booleans(),
    st.lists(st.builds(replace, taken, place=st.integers(0, 4)), max_size=6),
    st.integers(0, NOON),
    st.integers(0, 60),
)
def test_answers_never_lead_to_removal_nor_to_haste(
    asks: bool, before: list[stepping.Taken], declined: int, fallen_due: int
) -> None:
    found = stepping.next_response_step(
        asks=asks, taken=before, declined=declined, fallen_due=fallen_due, tracks=TRACKS, now=NOON
    )
    if found is None:
        return
    assert asks
    assert found.kind is not MeasureKind.REMOVAL
    year = NOON - TRACKS.memory_days * DAY
    last = max([declined, *(one.at for one in before if one.at > year)])
    assert last == 0 or (NOON - last >= MONTH and fallen_due >= TRACKS.new_obligations)
    held = [one.place for one in before if one.stands and one.at > year]
    assert found.place <= max(held, default=-1) + 1


@pytest.mark.parametrize(
    ("days", "fallen_due", "kind"),
    [(29, 100, None), (30, 19, None), (30, 20, MeasureKind.WARNING), (366, 0, MeasureKind.NOTICE)],
)
def test_the_next_step_for_answers_waits(days: int, fallen_due: int, kind: MeasureKind | None) -> None:
    found = stepping.next_response_step(
        asks=True,
        taken=[stepping.Taken(place=0, at=NOON - days * DAY, ends=NOON - days * DAY)],
        declined=0,
        fallen_due=fallen_due,
        tracks=TRACKS,
        now=NOON,
    )
    assert (found.kind if found else None) == kind


def test_what_lasts_longer_than_a_week_takes_two() -> None:
    wanted = {MeasureKind.NOTICE: 1, MeasureKind.WARNING: 1, MeasureKind.MESSAGING_LIMIT: 1}
    for place in range(len(TRACKS.conduct)):
        one = step(place)
        assert persons.persons_for(step=one, grave=False, tracks=TRACKS) == wanted.get(one.kind, 2)
        assert persons.persons_for(step=one, grave=True, tracks=TRACKS) == 2


def test_a_milder_step_may_be_chosen_and_a_graver_one_needs_a_grave_reason() -> None:
    choice = persons.refusal_of_choice
    assert choice(proposed=step(2), chosen=MeasureKind.NOTICE, grave=False, tracks=TRACKS) is None
    assert choice(proposed=step(2), chosen=MeasureKind.REMOVAL, grave=False, tracks=TRACKS) == "measure.skips"
    assert choice(proposed=step(2), chosen=MeasureKind.REMOVAL, grave=True, tracks=TRACKS) is None
    answers = step(0, Track.RESPONSE)
    assert (
        choice(proposed=answers, chosen=MeasureKind.REMOVAL, grave=True, tracks=TRACKS)
        == "measure.not_of_track"
    )


def test_nobody_approves_twice() -> None:
    first = DecisionShown(
        kind=DecisionKind.APPROVE, person=UUID(int=1), measure=MeasureKind.DEMOTION, grave=False, at=INSTANT
    )
    same = Choice(measure=MeasureKind.DEMOTION)
    refusal = persons.refusal_of_person
    assert refusal(person=UUID(int=1), decisions=[first], choice=same) == "measure.same_person"
    assert refusal(person=UUID(int=2), decisions=[first], choice=same) is None
    other = Choice(measure=MeasureKind.NOTICE)
    assert refusal(person=UUID(int=2), decisions=[first], choice=other) == "measure.differs"


@given(
    st.sampled_from(MeasureKind),
    st.integers(0, 40),
    st.integers(0, 60 * 24),
    st.integers(0, 400),
)
def test_a_stay_keeps_what_is_left(kind: MeasureKind, days: int, stayed: int, later: int) -> None:
    measure = measures.measure(kind=kind, days=days, factor=800)
    starts = measure.starts_at(told_at=INSTANT, notice_days=30, is_exempt=False)
    ends = measure.ends_at(starts_at=starts)
    stay = INSTANT + timedelta(hours=stayed)
    if ends is not None and stay >= ends:
        return
    now = stay + timedelta(days=later)
    begins, over = measures.resumed(starts_at=starts, ends_at=ends, stayed_at=stay, now=now)
    assert begins - now == max(starts - stay, timedelta())
    assert (over is None) is (ends is None)
    if ends is not None and over is not None:
        assert over - begins == ends - max(stay, starts)
    found = measure.effects(told_at=now, starts_at=begins, ends_at=over)
    assert all(one.ends_at is None or one.starts_at < one.ends_at for one in found)
    assert all(before.ends_at == after.starts_at for before, after in itertools.pairwise(found))


def test_each_kind_is_a_class_with_an_effect_of_its_own() -> None:
    found = {
        kind: [
            one.takes
            for one in measures.measure(kind=kind, days=7, factor=800).effects(
                told_at=INSTANT, starts_at=INSTANT, ends_at=None
            )
        ]
        for kind in MeasureKind
    }
    assert found == {
        MeasureKind.NOTICE: [],
        MeasureKind.WARNING: [],
        MeasureKind.MESSAGING_LIMIT: ["messaging"],
        MeasureKind.DEMOTION: ["demotion"],
        MeasureKind.SELLING_RESTRICTION: ["selling"],
        MeasureKind.SUSPENSION: ["suspension"],
        MeasureKind.REMOVAL: ["removal"],
    }


def test_the_record_of_tracks_is_whole_in_its_leaf() -> None:
    assert shipped.tracks_from(content=shipped.content_of(tracks=TRACKS)) == TRACKS
    facts = shipped.facts_of(tracks=TRACKS)
    assert facts["conduct_7"] == "removal"
    assert facts["conduct_7_buyers"] == 3
    assert facts["points_threat"] == 3000
    assert len(msgspec.json.encode(facts)) < MAX_LEAF - 1000


@pytest.mark.parametrize(
    ("labels", "kind"),
    [
        ("A_PHONE A_EMAIL", ViolationKind.CONTACT),
        ("A_PHONE D_THREAT", ViolationKind.THREAT),
        ("B_PAY", ViolationKind.PAYMENT),
        ("B_DEAL B_PAY", ViolationKind.DEAL),
        ("C_REVIEW", ViolationKind.MARKETING),
        ("D_SHOUT", ViolationKind.INSULT),
        ("M_RIGHTS A_URL", ViolationKind.MISLEADING),
        ("E_VAGUE", None),
        ("", None),
    ],
)
def test_a_finding_counts_as_its_gravest(labels: str, kind: ViolationKind | None) -> None:
    assert reading.kind_of(labels=labels, tracks=TRACKS) == kind
