"""What Buyers see of a Seller."""

from datetime import datetime

from helpdesk.archive.database import hot
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace.terms.restrictions import RestrictionKind
from helpdesk.standing.terms import Level
from helpdesk.standing.terms.grades import UNGRADED, Grade, Seen, Usually

# Every page that shows the one needs the other, so both come in one round trip.
_SEEN = """
    SELECT marketplace_restrictions_v1(asked.seller_id, asked.at, asked.at), g.level, g.score, g.usually
    FROM (SELECT %s::bigint AS seller_id, %s::timestamptz AS at) asked
    LEFT JOIN standing_grade_v1(asked.seller_id) g ON true
"""


def seen_of(*, actor: Actor, seller_id: int, at: datetime) -> Seen:
    """The grade as it was counted last, and what measures close at an instant (UTC).

    One SQL statement, in any scope. Raises NotFound for those who are no Buyer.
    """
    if actor.side is not Side.BUYER:
        raise NotFound("seller.not_found")
    [(kinds, level, *numbers)] = hot.rows(_SEEN, [seller_id, at])
    grade = _grade(level, *numbers) if level else UNGRADED
    return Seen(grade=grade, closed_by=frozenset(map(RestrictionKind, kinds)))


def _grade(level: str, score: int | None, usually: int | None) -> Grade:
    return Grade(level=Level(level), score=score, usually=Usually(usually) if usually else None)
