"""How far an order has come: total over whatever the Platform sends, and never kinder than the parcels."""

from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.kernel.ids import Ref, uuid7
from helpdesk.marketplace.rules.progress import progress_of_order, progress_of_parcel
from helpdesk.marketplace.terms.progress import Progress, Stage
from helpdesk.marketplace.terms.shown import ShipmentShown

MONDAY = datetime(2026, 11, 16, 12, tzinfo=UTC)
EXPECTED = date(2026, 11, 20)
TOTAL = 1290


def parcel(
    *,
    direction: str = "out",
    pieces: int = 1,
    sent: int | None = None,
    expected_on: date | None = None,
    arrived: int | None = None,
) -> ShipmentShown:
    """`sent` and `arrived` in days after Monday."""
    dispatched_at = None if sent is None else MONDAY + timedelta(days=sent)
    delivered_at = None if arrived is None else MONDAY + timedelta(days=arrived)
    return ShipmentShown(
        ref=Ref(1, uuid7()),
        external_id="p",
        direction=direction,
        carrier="",
        tracking="",
        lines={"1": pieces} if pieces else {},
        dispatched_at=dispatched_at,
        expected_on=expected_on,
        delivered_at=delivered_at,
        progress=progress_of_parcel(
            direction=direction,
            dispatched_at=dispatched_at,
            expected_on=expected_on,
            delivered_at=delivered_at,
        ),
    )


def progress(*parcels: ShipmentShown, pieces: int = 1, refunded: int = 0) -> Progress:
    return progress_of_order(
        parcels=parcels,
        pieces=pieces,
        total=TOTAL,
        refunded=refunded,
        refunded_at=MONDAY if refunded else None,
    )


PARCELS = st.lists(
    st.builds(
        parcel,
        direction=st.sampled_from(["out", "back"]),
        pieces=st.integers(0, 3),
        sent=st.none() | st.integers(0, 5),
        expected_on=st.none() | st.just(EXPECTED),
        arrived=st.none() | st.integers(0, 9),
    ),
    max_size=4,
)


@pytest.mark.parametrize(
    ("parcels", "stage"),
    [
        ((), Stage.ORDERED),
        ((parcel(),), Stage.ORDERED),
        ((parcel(sent=0),), Stage.DISPATCHED),
        ((parcel(sent=0, expected_on=EXPECTED),), Stage.EXPECTED),
        ((parcel(sent=0, arrived=2),), Stage.DELIVERED),
        ((parcel(arrived=2),), Stage.DELIVERED),
        ((parcel(arrived=2), parcel(direction="back")), Stage.DELIVERED),
        ((parcel(arrived=2), parcel(direction="back", sent=3)), Stage.RETURNING),
        ((parcel(arrived=2), parcel(direction="back", sent=3, arrived=5)), Stage.RETURNED),
        ((parcel(arrived=2), parcel(direction="back", arrived=5), parcel(sent=6)), Stage.DISPATCHED),
        ((parcel(arrived=2), parcel(direction="back", arrived=5), parcel(arrived=8)), Stage.DELIVERED),
    ],
)
def test_an_order_by_its_parcels(parcels: tuple[ShipmentShown, ...], stage: Stage) -> None:
    assert progress(*parcels).stage is stage


def test_money_ends_a_return_and_in_full_ends_everything() -> None:
    returned = (parcel(arrived=2), parcel(direction="back", arrived=5))
    assert progress(*returned, refunded=1).stage is Stage.REFUNDED
    assert progress(parcel(sent=0), refunded=TOTAL).stage is Stage.REFUNDED
    assert progress(parcel(sent=0), refunded=TOTAL - 1).stage is Stage.DISPATCHED
    assert progress(parcel(arrived=2), refunded=500).stage is Stage.DELIVERED


def test_what_no_parcel_holds_is_still_to_be_sent() -> None:
    found = progress(parcel(pieces=2, arrived=1), pieces=3)
    assert (found.stage, found.unsent, found.parcels, found.delivered) == (Stage.ORDERED, 1, 1, 1)
    assert progress(parcel(pieces=0, arrived=1), pieces=3).unsent == 0


def test_the_first_arrival_is_the_one_to_wait_for() -> None:
    later = parcel(sent=0, expected_on=EXPECTED + timedelta(days=3))
    found = progress(later, parcel(sent=0, expected_on=EXPECTED), pieces=2)
    assert found.expected_on == EXPECTED
    assert found.is_behind(today=EXPECTED + timedelta(days=1))
    assert not found.is_behind(today=EXPECTED)


@given(parcels=PARCELS, pieces=st.integers(0, 6), refunded=st.sampled_from([0, 500, TOTAL]))
def test_delivered_means_that_every_parcel_came(
    parcels: list[ShipmentShown], pieces: int, refunded: int
) -> None:
    found = progress(*parcels, pieces=pieces, refunded=refunded)
    out = [one for one in parcels if one.direction == "out"]
    if found.stage is Stage.DELIVERED:
        assert out
        assert all(one.delivered_at for one in out)
        assert found.unsent == 0
    if found.stage is Stage.EXPECTED:
        assert found.expected_on
    assert 0 <= found.delivered <= found.parcels == len(out)
    assert (found.stage is Stage.REFUNDED) <= (refunded > 0)


@given(parcels=PARCELS)
def test_the_sequence_of_parcels_changes_nothing(parcels: list[ShipmentShown]) -> None:
    assert len({progress(*some) for some in permutations(parcels)}) == 1


@given(parcels=PARCELS, today=st.dates(date(2026, 1, 1), date(2027, 1, 1)))
def test_only_what_is_awaited_is_behind(parcels: list[ShipmentShown], today: date) -> None:
    found = progress(*parcels)
    if found.is_behind(today=today):
        assert found.stage in (Stage.ORDERED, Stage.EXPECTED)
        assert found.expected_on == EXPECTED < today
