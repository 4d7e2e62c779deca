"""What the tracks ask for, of which sellers: the sweep's own reading."""

from datetime import datetime, timedelta

from django.db import connection

from helpdesk.enforcement.models import Measure, Proposal
from helpdesk.enforcement.queries.answering import (
    answers_basis,
    declined_last,
    fallen_due,
    latest_day,
    poor_sellers,
)
from helpdesk.enforcement.queries.measures import taken_of
from helpdesk.enforcement.queries.violations import conduct_basis
from helpdesk.enforcement.rules.stepping import decided_last, next_conduct_step, next_response_step
from helpdesk.enforcement.terms import Basis, Step, Track, Tracks
from helpdesk.kernel import clock
from helpdesk.standing import queries as standing

# Sellers with a violation that came after everything that was decided or proposed of their conduct.
_NEWS = """
    SELECT DISTINCT v.seller_id FROM enforcement_violation v
    WHERE v.taken_back_by IS NULL AND v.at > %s::timestamptz - make_interval(days => %s)
      AND NOT EXISTS (SELECT FROM enforcement_proposal p
                      WHERE p.seller_id = v.seller_id AND p.track = 'conduct'
                        AND (p.settled_by IS NULL OR p.outcome = 'declined' AND p.at >= v.at))
      AND NOT EXISTS (SELECT FROM enforcement_measure m
                      WHERE m.seller_id = v.seller_id AND m.track = 'conduct' AND m.announced_at >= v.at)
    ORDER BY v.seller_id
"""


def to_look_at(*, now: datetime, tracks: Tracks) -> list[tuple[int, Track]]:
    """Sellers for whom something may be asked, and those with an open proposal whose reason may have gone.

    Six SQL statements, in the desk's scope.
    """
    with connection.cursor() as cursor:
        cursor.execute(_NEWS, [now, tracks.days])
        conduct = [(seller_id, Track.CONDUCT) for (seller_id,) in cursor.fetchall()]
    waiting = Proposal.objects.filter(settled_by=None).values_list("seller_id", "track")
    known = [(seller_id, Track(track)) for seller_id, track in waiting]
    return [
        *dict.fromkeys(
            [*conduct, *_late(now, tracks, {one for one, of in known if of is Track.RESPONSE}), *known]
        )
    ]


def asked_for(*, seller_id: int, track: Track, now: datetime, tracks: Tracks) -> tuple[Step | None, Basis]:
    """The next step of a track, if any, and what it rests on. Six SQL statements, in the desk's scope."""
    return (_by_conduct if track is Track.CONDUCT else _by_answers)(seller_id, now, tracks)


def _by_conduct(seller_id: int, now: datetime, tracks: Tracks) -> tuple[Step | None, Basis]:
    basis = conduct_basis(seller_id=seller_id, now=now, tracks=tracks)
    step = next_conduct_step(
        points=basis.points,
        buyers=basis.buyers,
        newest=max((one.at for one in basis.violations), default=0),
        taken=taken_of(seller_id=seller_id, track=Track.CONDUCT),
        declined=declined_last(seller_id=seller_id, track=Track.CONDUCT),
        tracks=tracks,
        now=clock.to_us(now),
    )
    return step, basis


def _by_answers(seller_id: int, now: datetime, tracks: Tracks) -> tuple[Step | None, Basis]:
    on = latest_day()
    if on is None:
        return None, Basis()
    asks, basis = answers_basis(seller_id=seller_id, on=on)
    taken = taken_of(seller_id=seller_id, track=Track.RESPONSE)
    declined = declined_last(seller_id=seller_id, track=Track.RESPONSE)
    since = decided_last(taken=taken, declined=declined)
    step = next_response_step(
        asks=asks,
        taken=taken,
        declined=declined,
        fallen_due=fallen_due(seller_id=seller_id, since=since, now=clock.to_us(now)),
        tracks=tracks,
        now=clock.to_us(now),
    )
    return step, basis


def _late(now: datetime, tracks: Tracks, open_ones: set[int]) -> list[tuple[int, Track]]:
    """Of those whose answers may ask for a step, for whom none is proposed and none was taken lately."""
    on = latest_day()
    if on is None:
        return []
    waits = now - timedelta(days=tracks.wait_days)
    recent = Measure.objects.filter(track=Track.RESPONSE.value, announced_at__gt=waits)
    left_out = open_ones | set(recent.values_list("seller_id", flat=True))
    poor = poor_sellers(on=on, weights=standing.weights_on(on=on))
    return [(seller_id, Track.RESPONSE) for seller_id in poor if seller_id not in left_out]
