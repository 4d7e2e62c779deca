"""What may take the place of a measure that was right in part: never more than persons decided before."""

from datetime import timedelta

from helpdesk.enforcement.terms import MeasureKind, Track, Tracks
from helpdesk.enforcement.terms.appeals import Instead, Milder

_DAY = timedelta(days=1)


def milder(*, track: Track, place: int, left: timedelta | None, tracks: Tracks) -> list[Milder]:
    """The kinds of the track up to this step, the mildest first, with the most days for each.

    `left` is the time that the measure still has, None: it has no end. Nothing ends later than the measure
    itself would, and of its own kind sooner: so one person decides what one or two decided more of.
    """
    found = []
    for n, step in enumerate(tracks.ladder(track)[: place + 1]):
        if step.kind is MeasureKind.REMOVAL:
            continue
        if not step.days:
            if n < place:
                found.append(Milder(kind=step.kind, most=0))
            continue
        most = step.days if left is None else min(step.days, _whole(left, is_same=n == place))
        if most > 0:
            found.append(Milder(kind=step.kind, most=most))
    return found


def refusal_of_instead(*, instead: Instead, among: list[Milder]) -> str | None:
    """A code where it may not take the place."""
    fitting = next((one for one in among if one.kind is instead.kind), None)
    if fitting is None:
        return "appeal.instead"
    least = min(1, fitting.most)
    return None if least <= instead.days <= fitting.most else "appeal.instead_days"


def _whole(left: timedelta, *, is_same: bool) -> int:
    """Whole days within it; of the same kind one that ends sooner."""
    days = left // _DAY
    return days - 1 if is_same and days * _DAY == left else days
