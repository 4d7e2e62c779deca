"""The one question before every page: may this person still wear this hat?"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from helpdesk.accounts.terms import Hat
from helpdesk.archive.database import hot
from helpdesk.kernel.actor import Actor, Role, Side
from helpdesk.marketplace.terms.market import MarketName

_STILL = """
    SELECT hat.place FROM unnest(%s::uuid[], %s::text[], %s::bigint[]) WITH ORDINALITY
        AS hat (person, side, seller_id, place)
    CROSS JOIN LATERAL marketplace_seat_v2(hat.person, hat.side, hat.seller_id)
"""
_SEAT = "SELECT * FROM marketplace_seat_v2(%s::uuid, %s, %s::bigint)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """An actor, whose wall clock they look at, and on which market they are.

    `zone` (IANA) is the seller's, or that of the buyer's market; empty for administrators, whose clock the
    operator sets. `market` is the buyer's own; for the others the one they look at, None for all of them.
    """

    actor: Actor
    zone: str
    market: str | None
    markets: tuple[MarketName, ...]


def seat_for_system(*, person_id: UUID, side: Side, seller_id: int | None = None) -> Seat | None:
    """A person's hat, in the person's own language; None when it is not theirs.

    None too for the disabled and for whoever has no account yet. One SQL statement.
    """
    for name, language, roles, zone, market, markets in hot.rows(_SEAT, [person_id, side.value, seller_id]):
        actor = Actor(
            person=person_id,
            name=name,
            side=side,
            roles=frozenset(map(Role, roles)),
            seller_id=seller_id if side is Side.SELLER else None,
            buyer_id=person_id if side is Side.BUYER else None,
            language=language,
        )
        known = tuple(MarketName(code=code, country=country) for code, country in markets or ())
        return Seat(actor=actor, zone=zone or "", market=market, markets=known)
    return None


def still_seated_for_system(*, hats: Sequence[Hat]) -> set[Hat]:
    """Which of the hats are still their people's. One SQL statement, for however many."""
    asked = [hat.person for hat in hats], [hat.side.value for hat in hats], [hat.seller_id for hat in hats]
    return {hats[place - 1] for (place,) in hot.rows(_STILL, list(asked))}
