"""Restrict a seller, and lift it: who sees it, when it holds, and what is locked meanwhile."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, ProgrammingError

from helpdesk.archive.database.scope import acting
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.marketplace import actions, queries
from helpdesk.marketplace.models import Restriction
from helpdesk.marketplace.terms.restrictions import WHOLE, RestrictionKind
from tests.cast import ANNA, ANNAS_SHOP, CLARA, DMITRI, DMITRIS_SHOP, FELIX, HANIA
from tests.marketplace.restricted import impose, lift
from tests.shops import open_shops

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _shops(database: str) -> None:
    open_shops()


def in_force(actor: Actor, at: datetime, seller_id: int = ANNAS_SHOP) -> list[RestrictionKind]:
    with acting(actor):
        return [row.kind for row in queries.restrictions_in_force(seller_id=seller_id, at=at)]


def test_the_sellers_side_and_administrators_see_it_and_nobody_else() -> None:
    impose(RestrictionKind.SUSPENSION)
    now = clock.now()
    assert in_force(ANNA, now) == in_force(FELIX, now) == [RestrictionKind.SUSPENSION]
    assert in_force(DMITRI, now) == in_force(CLARA, now) == in_force(HANIA, now) == []


def test_a_buyer_learns_that_it_is_so_and_what_comes_back_is_their_own_scope() -> None:
    impose(RestrictionKind.SUSPENSION)
    with acting(CLARA):
        kinds = queries.kinds_in_force(seller_id=ANNAS_SHOP, at=clock.now())
        assert kinds == {RestrictionKind.SUSPENSION}
        assert Restriction.objects.count() == 0
    assert queries.kinds_in_force(seller_id=DMITRIS_SHOP, at=clock.now()) == frozenset()


def test_it_holds_from_its_start_until_its_end() -> None:
    _, kept = impose(RestrictionKind.MESSAGING, days=7)
    starts_at = kept.receipt.at
    for at, holds in (
        (starts_at - timedelta(microseconds=1), False),
        (starts_at, True),
        (starts_at + 7 * DAY - timedelta(microseconds=1), True),
        (starts_at + 7 * DAY, False),
    ):
        assert in_force(ANNA, at) == ([RestrictionKind.MESSAGING] if holds else [])
        assert queries.kinds_in_force(seller_id=ANNAS_SHOP, at=at) == frozenset(in_force(ANNA, at))


def test_a_removal_is_a_suspension_first_and_lifting_takes_both_back() -> None:
    soon = clock.now() + 30 * DAY
    measure, _ = impose(RestrictionKind.SUSPENSION, days=30)
    impose(RestrictionKind.REMOVAL, starts_at=soon, days=None, measure=measure)
    now = clock.now()
    assert in_force(ANNA, now) == [RestrictionKind.SUSPENSION]
    assert in_force(ANNA, soon + 400 * DAY) == [RestrictionKind.REMOVAL]
    kept = lift(measure)
    assert in_force(ANNA, kept.receipt.at) == in_force(ANNA, soon + DAY) == []
    assert in_force(ANNA, now) == [RestrictionKind.SUSPENSION], "what was, was"


def test_lifting_leaves_what_had_ended_and_other_measures_as_they_are() -> None:
    now = clock.now()
    over, _ = impose(RestrictionKind.SELLING, days=7)
    other, _ = impose(RestrictionKind.MESSAGING, days=30)
    lift(over, now=now + 8 * DAY)
    with acting(SYSTEM):
        assert Restriction.objects.filter(lifted_at=None).count() == 2
    lift(other, now=now + 8 * DAY)
    lift(other, now=now + 9 * DAY)
    with acting(SYSTEM):
        [row] = Restriction.objects.exclude(lifted_at=None)
        assert row.lifted_at
        assert (row.measure_id, row.lifted_at.date()) == (other, (now + 8 * DAY).date())


def test_of_several_demotions_the_smallest_factor_counts() -> None:
    impose(RestrictionKind.DEMOTION)
    impose(RestrictionKind.SUSPENSION)
    with acting(SYSTEM):
        sellers = [ANNAS_SHOP, DMITRIS_SHOP]
        assert queries.measure_factors(sellers=sellers, at=clock.now()) == {ANNAS_SHOP: 800}
        assert queries.measure_factors(sellers=sellers, at=clock.now() + 14 * DAY) == {}


def test_nobody_but_the_operators_side_restricts() -> None:
    for actor in (ANNA, CLARA):
        with pytest.raises(Forbidden), acting(actor):
            actions.lock_seller(actor=actor, now=clock.now(), seller_id=ANNAS_SHOP)
    with pytest.raises(NotFound), acting(FELIX):
        actions.lock_seller(actor=FELIX, now=clock.now(), seller_id=77)


def test_a_sellers_own_hand_can_write_no_row_nor_change_one() -> None:
    impose(RestrictionKind.SUSPENSION)
    with acting(ANNA):
        assert Restriction.objects.update(lifted_at=clock.now(), lifted_by=uuid4()) == 0
    with pytest.raises(ProgrammingError, match="row-level security"), acting(ANNA):
        _row(RestrictionKind.DEMOTION, factor=999)


@pytest.mark.parametrize(
    ("kind", "factor", "days"),
    [
        (RestrictionKind.DEMOTION, WHOLE, 1),
        (RestrictionKind.DEMOTION, 0, 1),
        (RestrictionKind.SUSPENSION, 800, 1),
        (RestrictionKind.SUSPENSION, WHOLE, 0),
    ],
)
def test_the_database_refuses_what_makes_no_sense(kind: RestrictionKind, factor: int, days: int) -> None:
    with pytest.raises(IntegrityError), acting(SYSTEM):
        _row(kind, factor=factor, days=days)


def test_without_the_lock_nothing_is_written() -> None:
    with pytest.raises(AssertionError, match="lock_seller"), acting(SYSTEM):
        actions.restrict(
            actor=SYSTEM,
            now=clock.now(),
            seller_id=ANNAS_SHOP,
            measure_id=uuid4(),
            kind=RestrictionKind.SUSPENSION,
            factor=WHOLE,
            starts_at=clock.now(),
            ends_at=None,
            entry=uuid4(),
        )


def _row(kind: RestrictionKind, *, factor: int, days: int = 1) -> None:
    now = clock.now()
    Restriction.objects.create(
        seller_id=ANNAS_SHOP,
        measure_id=uuid4(),
        kind=kind.value,
        factor=factor,
        starts_at=now,
        ends_at=now + days * DAY,
        entry=uuid4(),
    )
