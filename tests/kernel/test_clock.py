"""Instants as integers: exact, in UTC, both ways."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.kernel import clock

INSTANTS = st.datetimes(timezones=st.just(UTC))


def test_now_is_in_utc() -> None:
    assert clock.now().tzinfo is UTC
    assert clock.now() <= clock.now()


@given(INSTANTS)
def test_an_instant_reads_back_to_the_microsecond(instant: datetime) -> None:
    assert clock.from_us(clock.to_us(instant)) == instant


@given(st.integers(min_value=-(10**15), max_value=10**17))
def test_microseconds_read_back(microseconds: int) -> None:
    assert clock.to_us(clock.from_us(microseconds)) == microseconds


def test_the_epoch_is_zero_and_zones_do_not_matter() -> None:
    assert clock.to_us(datetime(1970, 1, 1, tzinfo=UTC)) == 0
    abroad = datetime(1970, 1, 1, 5, 30, 0, 1, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    assert clock.to_us(abroad) == 1


def test_an_instant_without_a_zone_is_a_mistake() -> None:
    with pytest.raises(TypeError):
        clock.to_us(datetime(2026, 11, 10, 17, 0))  # noqa: DTZ001
