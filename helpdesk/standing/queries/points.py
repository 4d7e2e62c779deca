"""One obligation with what was said of it, and those of a conversation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.standing.policies import can_dispute, can_read_own, can_see_disputes
from helpdesk.standing.queries.disputes import disputes_of_point, words_of
from helpdesk.standing.queries.explained import explained
from helpdesk.standing.queries.ledgers import point_of, points_in
from helpdesk.standing.rules.disputing import is_disputable
from helpdesk.standing.terms import Line, Point, Score, Weights
from helpdesk.standing.terms.disputes import Dispute, Ruling


@dataclass(frozen=True, slots=True, kw_only=True)
class PointInFull:
    """`ruling` is what lies over it, where somebody ruled. `may_dispute`: this reader, now."""

    line: Line
    score: Score
    weights: Weights
    disputes: Sequence[Dispute]
    ruling: Ruling | None
    may_dispute: bool


def own_point(*, actor: Actor, now: datetime, point: Ref) -> PointInFull:
    """One of the own shop of the last year. Seven SQL statements at most. Raises NotFound for all others."""
    if not can_read_own(actor=actor) or actor.seller_id != point.seller_id:
        raise NotFound("standing.not_found")
    found = explained(actor=actor, now=now)
    line = next((line for line in found.lines if line.point.id == point.id), None)
    if line is None:
        raise NotFound("standing.not_found")
    disputes = disputes_of_point(actor=actor, point=point)
    return PointInFull(
        line=line,
        score=found.score,
        weights=found.weights,
        disputes=disputes,
        ruling=ruling_of(actor=actor, seller_id=point.seller_id, point=line.point),
        may_dispute=can_dispute(actor=actor)
        and is_disputable(line.point, at=clock.to_us(now), disputes=disputes),
    )


def points_of_conversation(*, actor: Actor, conversation: Ref) -> Sequence[tuple[Point, Ruling | None]]:
    """Those of one conversation for the desk, the latest deadline first. Raises Forbidden.

    Whoever calls has seen a reading in force (oversight.queries.read_obligations).
    """
    if not can_see_disputes(actor=actor):
        raise Forbidden("dispute.not_yours_to_see")
    with acting(actor):
        points = points_in(conversation=conversation)
    seller_id = conversation.seller_id
    return [(one, ruling_of(actor=actor, seller_id=seller_id, point=one)) for one in points]


def conversation_of_point(*, point: Ref) -> Ref:
    """Where it was owed, in the present scope. Raises NotFound."""
    found = point_of(point=point)
    if found is None:
        raise NotFound("standing.not_found")
    return Ref(point.seller_id, found.chain)


def ruling_of(*, actor: Actor, seller_id: int, point: Point) -> Ruling | None:
    """What was ruled of it, with its words. Two SQL statements, none where nothing was."""
    if point.ruled is None or point.ruled_by is None:
        return None
    with acting(actor):
        entry = (
            Entry.objects.filter(seller_id=seller_id, id=point.ruled_by).values_list("at", flat=True).first()
        )
        said = words_of(entries=[Ref(seller_id, point.ruled_by)])
    if entry is None:
        return None
    return Ruling(ruled=point.ruled, at=entry, words=said.get(point.ruled_by, ""))
