"""How much an obligation weighs by its age."""

from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import lru_cache
from typing import Final

from helpdesk.standing.terms import W_ONE, Weights

_DAY_US: Final = 86_400_000_000
_EPOCH: Final = date(1970, 1, 1)
_EXACT: Final = Context(prec=60, rounding=ROUND_HALF_EVEN)  # not the machine's floats: the same everywhere


@lru_cache(maxsize=16)
def age_weights(*, half_life_days: int, days: int) -> tuple[int, ...]:
    """The weight at each age from 0 to `days`, in 2**-32: halved with every half-life."""
    powers = (_EXACT.power(Decimal(2), _EXACT.divide(Decimal(-d), half_life_days)) for d in range(days + 1))
    return tuple(int(_EXACT.multiply(W_ONE, power).to_integral_value(ROUND_HALF_EVEN)) for power in powers)


def weights_of(weights: Weights) -> tuple[int, ...]:
    """The same, of a version."""
    return age_weights(half_life_days=weights.half_life_days, days=weights.days)


def age(*, deadline: int, on: date) -> int:
    """Whole days from the deadline's UTC date to the day; 0 for one that is yet to come."""
    return max(0, day_number(on) - deadline // _DAY_US)


def day_number(on: date) -> int:
    """Days since 1970-01-01."""
    return (on - _EPOCH).days


def end_of(on: date) -> int:
    """The instant at which a UTC day is over, microseconds: its snapshot is taken as of then."""
    return (day_number(on) + 1) * _DAY_US


def oldest(*, on: date, weights: Weights) -> int:
    """Deadlines before this instant weigh nothing on that day."""
    return day_number(on - timedelta(days=weights.days)) * _DAY_US
