"""Which step comes next, if any: one at a time, never twice for the same thing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from helpdesk.enforcement.terms import LadderStep, Step, Track, Tracks

_DAY_US = int(timedelta(days=1).total_seconds()) * 1_000_000
NONE = -1  # before the first step


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A measure of the track: its step, when it was decided and when it ends (microseconds UTC, None: never).

    One that was lifted `stands` no more: it is no step taken, but what it was decided for was looked at.
    """

    place: int
    at: int
    ends: int | None = 0
    stands: bool = True


def next_conduct_step(
    *,
    points: int,
    buyers: int,
    newest: int,
    taken: Sequence[Taken],
    declined: int,
    tracks: Tracks,
    now: int,
) -> Step | None:
    """By points (thousandths), Buyers concerned, and the instant of the newest violation. `declined` is when
    a person last decided to do nothing (0: never); instants are microseconds UTC.

    Each step needs a violation that was decided after the last decision: nothing is punished twice. It is the
    one after those that were taken and whose points still stand, or that one again, but never above what the
    points reach. What is in force already is not imposed a second time.
    """
    reached = _reached(points, buyers, tracks.conduct)
    if reached == NONE or newest <= decided_last(taken=taken, declined=declined):
        return None
    held = max((one.place for one in taken if one.stands and one.place <= reached), default=NONE)
    place = min(held + 1, reached)
    if place == held and _runs(place, taken, now):
        return None
    return step_at(track=Track.CONDUCT, place=place, tracks=tracks)


def next_response_step(
    *, asks: bool, taken: Sequence[Taken], declined: int, fallen_due: int, tracks: Tracks, now: int
) -> Step | None:
    """`asks`: the answers alone say so, by the rule of standing. `fallen_due` counts obligations that fell
    due since the last decision. The last step may be taken again; there is no removal on this track.
    """
    since = now - tracks.memory_days * _DAY_US
    known = [one for one in taken if one.at > since]
    last = decided_last(taken=known, declined=declined)
    if not asks or (last and not _has_waited(last, fallen_due, tracks, now)):
        return None
    held = max((one.place for one in known if one.stands), default=NONE)
    place = min(held + 1, len(tracks.response) - 1)
    if _runs(place, known, now):
        return None
    return step_at(track=Track.RESPONSE, place=place, tracks=tracks)


def step_at(*, track: Track, place: int, tracks: Tracks) -> Step:
    """The step of a track. IndexError where there is none."""
    step = tracks.ladder(track)[place]
    return Step(track=track, place=place, kind=step.kind, days=step.days, factor=step.factor)


def place_of(*, track: Track, kind: str, tracks: Tracks) -> int | None:
    """Where a kind of measure stands on a track; None: it does not."""
    return next((n for n, step in enumerate(tracks.ladder(track)) if step.kind == kind), None)


def _reached(points: int, buyers: int, steps: Sequence[LadderStep]) -> int:
    """The highest step of which the points (with its slack) and the Buyers are there."""
    there = (n for n, step in enumerate(steps) if points + step.slack >= step.at and buyers >= step.buyers)
    return max(there, default=NONE) if points > 0 else NONE


def decided_last(*, taken: Sequence[Taken], declined: int) -> int:
    """When a person last decided of a track, whatever it was; 0: never."""
    return max([declined, *(one.at for one in taken)])


def _has_waited(last: int, fallen_due: int, tracks: Tracks, now: int) -> bool:
    return now - last >= tracks.wait_days * _DAY_US and fallen_due >= tracks.new_obligations


def _runs(place: int, taken: Sequence[Taken], now: int) -> bool:
    return any(one.stands and one.place == place and (one.ends is None or one.ends > now) for one in taken)
