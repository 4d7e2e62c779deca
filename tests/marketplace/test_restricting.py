"""What restrictions forbid: one table, held to what the measures promise."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from helpdesk.marketplace.rules.restricting import (
    FORBIDS,
    gravest,
    is_forbidden,
    is_in_force,
    kinds_against,
    smallest,
)
from helpdesk.marketplace.terms.restrictions import WHOLE, Act, RestrictionKind

KINDS = st.frozensets(st.sampled_from(RestrictionKind))
ACTS = st.sampled_from(Act)
_FROM, _TO = (datetime(year, 1, 1) for year in (2026, 2027))  # noqa: DTZ001 - Hypothesis adds the zone
INSTANTS = st.datetimes(timezones=st.just(UTC), min_value=_FROM, max_value=_TO)
BEFORE_SALE = {Act.ASK_BEFORE_SALE, Act.WRITE_BEFORE_SALE}


def test_every_kind_says_what_it_forbids() -> None:
    assert set(FORBIDS) == set(RestrictionKind)


def test_each_kind_forbids_what_the_design_says() -> None:
    assert dict(FORBIDS) == {
        RestrictionKind.DEMOTION: frozenset(),
        RestrictionKind.MESSAGING: {Act.START},
        RestrictionKind.SELLING: {Act.ASK_BEFORE_SALE},
        RestrictionKind.SUSPENSION: BEFORE_SALE | {Act.START, Act.START_OWED},
        RestrictionKind.REMOVAL: set(Act),
    }


@given(kinds=st.frozensets(st.sampled_from([kind for kind in RestrictionKind if kind != "removal"])))
def test_an_orders_conversation_stays_open_to_both_until_a_shop_is_removed(
    kinds: frozenset[RestrictionKind],
) -> None:
    assert not any(is_forbidden(act, kinds=kinds) for act in (Act.ANSWER, Act.ASK, Act.RECALL))


@given(act=ACTS, fewer=KINDS, more=KINDS)
def test_a_further_restriction_never_allows_anything(
    act: Act, fewer: frozenset[RestrictionKind], more: frozenset[RestrictionKind]
) -> None:
    if is_forbidden(act, kinds=fewer):
        assert is_forbidden(act, kinds=fewer | more)


@given(act=ACTS)
def test_a_suspension_forbids_all_that_milder_ones_do_and_a_removal_all(act: Act) -> None:
    for milder in (RestrictionKind.DEMOTION, RestrictionKind.MESSAGING, RestrictionKind.SELLING):
        if is_forbidden(act, kinds=[milder]):
            assert is_forbidden(act, kinds=[RestrictionKind.SUSPENSION])
    assert is_forbidden(act, kinds=[RestrictionKind.REMOVAL])
    assert not is_forbidden(act, kinds=[])


@given(act=ACTS, kinds=KINDS)
def test_the_reason_is_one_that_is_in_force_and_none_is_graver(
    act: Act, kinds: frozenset[RestrictionKind]
) -> None:
    why = gravest(kinds, act=act)
    assert (why is not None) == is_forbidden(act, kinds=kinds)
    if why is not None:
        order = [*RestrictionKind]
        assert why in kinds
        assert all(order.index(kind) <= order.index(why) for kind in kinds & set(kinds_against(act)))


@given(at=INSTANTS, starts_at=INSTANTS, hours=st.integers(1, 10_000), lifted=st.none() | INSTANTS)
def test_a_restriction_is_in_force_from_its_start_until_it_ends_or_is_lifted(
    at: datetime, starts_at: datetime, hours: int, lifted: datetime | None
) -> None:
    ends_at = starts_at + timedelta(hours=hours)
    within = is_in_force(at, starts_at=starts_at, ends_at=ends_at, lifted_at=lifted)
    assert within == (starts_at <= at < (min(ends_at, lifted) if lifted else ends_at))
    for_ever = is_in_force(at, starts_at=starts_at, ends_at=None, lifted_at=None)
    assert for_ever == (starts_at <= at)
    assert not is_in_force(starts_at, starts_at=starts_at, ends_at=ends_at, lifted_at=starts_at)


@given(factors=st.lists(st.integers(1, 999)))
def test_of_several_factors_the_smallest_counts_and_without_one_nothing_changes(factors: list[int]) -> None:
    assert smallest(factors) == min([*factors, WHOLE])
