"""What a track would have asked for at an instant, of all that is known of a Seller."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from helpdesk.enforcement.rules.points import once, total
from helpdesk.enforcement.rules.stepping import Taken, decided_last, next_conduct_step, next_response_step
from helpdesk.enforcement.terms import Counted, Step, Tracks


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """Of one track: measures, and when proposals that a person declined were made (microseconds UTC)."""

    taken: Sequence[Taken] = ()
    declined: Sequence[int] = ()

    def until(self, at: int) -> tuple[list[Taken], int]:
        """What was taken by then, and when was last declined (0: never)."""
        taken = [one for one in self.taken if one.at <= at]
        return taken, max((one for one in self.declined if one <= at), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conduct:
    """Violations that stand, in order of time, and towards whom each was."""

    violations: Sequence[Counted]
    buyers: Mapping[UUID, UUID]
    past: Past = Past()


def reweighed(conduct: Conduct, *, since: int, tracks: Tracks) -> Conduct:
    """As if what was decided since an instant (microseconds UTC) had been given these tracks' points."""
    given = [
        replace(one, points=tracks.points[one.kind]) if one.at >= since else one for one in conduct.violations
    ]
    return replace(conduct, violations=given)


def conduct_step(conduct: Conduct, *, at: int, on: date, tracks: Tracks) -> Step | None:
    """At an instant of the UTC day `on`."""
    known = once(one for one in conduct.violations if one.at <= at)
    taken, declined = conduct.past.until(at)
    return next_conduct_step(
        points=total(violations=known, on=on, tracks=tracks),
        buyers=len({conduct.buyers[one.id] for one in known if one.id in conduct.buyers}),
        newest=max((one.at for one in known), default=0),
        taken=taken,
        declined=declined,
        tracks=tracks,
        now=at,
    )


def response_step(past: Past, *, asks: bool, due: Sequence[int], at: int, tracks: Tracks) -> Step | None:
    """At an instant; `due` are the deadlines of answers (microseconds UTC)."""
    taken, declined = past.until(at)
    since = decided_last(taken=taken, declined=declined)
    return next_response_step(
        asks=asks,
        taken=taken,
        declined=declined,
        fallen_due=sum(since < one <= at for one in due),
        tracks=tracks,
        now=at,
    )
