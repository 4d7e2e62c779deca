"""How many points a Seller has: whole numbers, so that order and machines make no difference."""

from collections.abc import Iterable
from datetime import date

from helpdesk.enforcement.terms import Counted, Tracks
from helpdesk.standing.rules.ageing import age, age_weights
from helpdesk.standing.terms import W_ONE


def weight(*, at: int, on: date, tracks: Tracks) -> int:
    """What is left on a UTC day of a point decided at an instant (microseconds UTC), in 2**-32.

    The integer nearest to 2**32 * 2**(-d / half_life_days), d the whole UTC days since the decision, at least
    0; nothing beyond `tracks.days`.
    """
    days = age(deadline=at, on=on)
    return 0 if days > tracks.days else _weights(tracks)[days]


def left(*, violation: Counted, on: date, tracks: Tracks) -> int:
    """Of one violation, in thousandths of a point, rounded down: for showing."""
    return violation.points * weight(at=violation.at, on=on, tracks=tracks) // W_ONE


def total(*, violations: Iterable[Counted], on: date, tracks: Tracks) -> int:
    """Of all, in thousandths, rounded down once at the end: sum(points * weight) // 2**32."""
    counting = once(violations)
    return sum(one.points * weight(at=one.at, on=on, tracks=tracks) for one in counting) // W_ONE


def once(violations: Iterable[Counted]) -> list[Counted]:
    """Each message counts once, by the gravest that was found of it, the earliest of those; in order of time.

    A finding and a report of the same words are the same violation.
    """
    found: dict[object, Counted] = {}
    for one in sorted(violations, key=lambda one: (-one.points, one.at, one.id)):
        found.setdefault(one.subject or one.id, one)
    return sorted(found.values(), key=lambda one: (one.at, one.id))


def _weights(tracks: Tracks) -> tuple[int, ...]:
    return age_weights(half_life_days=tracks.half_life_days, days=tracks.days)
