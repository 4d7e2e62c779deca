"""Other tracks held against the last days: for whom another step could have been proposed."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from helpdesk.archive.database.scope import everything
from helpdesk.enforcement.models import Concerned, Proposal, Violation
from helpdesk.enforcement.queries.answering import answers_basis, poor_sellers
from helpdesk.enforcement.queries.measures import taken_of
from helpdesk.enforcement.queries.tracks import tracks_on
from helpdesk.enforcement.queries.violations import counted_of
from helpdesk.enforcement.rules.shadowing import Conduct, Past, conduct_step, response_step, reweighed
from helpdesk.enforcement.terms import Outcome, Step, Track, Tracks
from helpdesk.enforcement.terms.shadowed import Shadowed, Touched
from helpdesk.kernel import clock
from helpdesk.standing import queries as standing
from helpdesk.standing.models import Point
from helpdesk.standing.terms import Matter, State

SHADOW_DAYS: Final = 30
_Held = Callable[[date, int], tuple[Step | None, Step | None]]


def shadowed_tracks_for_system(*, tracks: Tracks, on: date, days: int = SHADOW_DAYS) -> Iterator[Shadowed]:
    """A Seller at a time: what the tracks that held asked for at the end of each UTC day up to `on`, and what
    these would have.

    By what was decided until then, as it stands now: what was taken back is known to both. Violations decided
    within these days weigh what these tracks say. Days are held apart: nobody would have decided otherwise on
    the day before. Nothing is stored.
    """
    span = [on - timedelta(days=back) for back in range(days - 1, -1, -1)]
    with everything():
        held = {day: tracks_on(on=day) for day in span}
        poor = {day: frozenset(poor_sellers(on=day, weights=standing.weights_on(on=day))) for day in span}
        violators = frozenset(
            Violation.objects.filter(taken_back_by=None).values_list("seller_id", flat=True).distinct()
        )
    for seller_id in sorted(violators.union(*poor.values())):
        with everything():
            by = {
                Track.CONDUCT: _conduct(seller_id, held, tracks, span),
                Track.RESPONSE: _response(seller_id, held, tracks, poor),
            }
            found = (_touched(seller_id, track, span, one) for track, one in by.items())
            yield Shadowed(sellers=1, touched=tuple(one for one in found if one is not None))


def _touched(seller_id: int, track: Track, span: Sequence[date], held: _Held) -> Touched | None:
    steps = [(day, *held(day, _end(day))) for day in span]
    differ = [(day, now, then) for day, now, then in steps if _takes(now) != _takes(then)]
    if not differ:
        return None
    day, step, would_be = differ[-1]
    return Touched(seller_id=seller_id, track=track, days=len(differ), on=day, step=step, would_be=would_be)


def _takes(step: Step | None) -> tuple[str, int, int] | None:
    return None if step is None else (step.kind.value, step.days, step.factor)


def _conduct(seller_id: int, held: dict[date, Tracks], tracks: Tracks, span: Sequence[date]) -> _Held:
    rows = Violation.objects.filter(seller_id=seller_id, taken_back_by=None).order_by("at")
    buyers = Concerned.objects.filter(seller_id=seller_id).values_list("id", "buyer_id")
    known = Conduct(
        violations=[counted_of(row) for row in rows],
        buyers=dict(buyers),
        past=_past(seller_id, Track.CONDUCT),
    )
    anew = reweighed(known, since=_end(span[0] - timedelta(days=1)), tracks=tracks)
    return lambda day, at: (
        conduct_step(known, at=at, on=day, tracks=held[day]),
        conduct_step(anew, at=at, on=day, tracks=tracks),
    )


def _response(
    seller_id: int, held: dict[date, Tracks], tracks: Tracks, poor: dict[date, frozenset[int]]
) -> _Held:
    past = _past(seller_id, Track.RESPONSE)
    asks = {
        day: seller_id in found and answers_basis(seller_id=seller_id, on=day)[0]
        for day, found in poor.items()
    }
    points = Point.objects.filter(seller_id=seller_id, matter=Matter.ANSWER.value)
    due = list(points.exclude(state=State.EXCLUDED.value).values_list("deadline_us", flat=True))

    def steps(day: date, at: int) -> tuple[Step | None, Step | None]:
        now, then = (
            response_step(past, asks=asks[day], due=due, at=at, tracks=one) for one in (held[day], tracks)
        )
        return now, then

    return steps


def _past(seller_id: int, track: Track) -> Past:
    rows = Proposal.objects.filter(
        seller_id=seller_id, track=track.value, outcome=Outcome.DECLINED.value
    ).values_list("at", flat=True)
    return Past(taken=taken_of(seller_id=seller_id, track=track), declined=[clock.to_us(at) for at in rows])


def _end(day: date) -> int:
    """Of a UTC day, its last microsecond."""
    return clock.to_us(datetime.combine(day + timedelta(days=1), time.min, tzinfo=UTC)) - 1
