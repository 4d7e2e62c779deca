"""The one question before every page: may this person still wear this hat?"""

from dataclasses import dataclass
from uuid import UUID

from helpdesk.archive.database import hot
from helpdesk.kernel.actor import Actor, Role, Side

_SEAT = "SELECT * FROM marketplace_seat_v1(%s::uuid, %s, %s::bigint)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """An actor and whose wall clock they look at: the seller's zone (IANA), or that of the buyer's market."""

    actor: Actor
    zone: str


def seat_for_system(*, person_id: UUID, side: Side, seller_id: int | None = None) -> Seat | None:
    """The hat of a seller's person or of a buyer, in the person's own language; None when it is not theirs.

    None too for the disabled and for whoever has no account yet. One SQL statement.
    """
    for name, language, role, zone in hot.rows(_SEAT, [person_id, side.value, seller_id]):
        actor = Actor(
            person=person_id,
            name=name,
            side=side,
            roles=frozenset({Role(role)}),
            seller_id=seller_id if side is Side.SELLER else None,
            buyer_id=person_id if side is Side.BUYER else None,
            language=language,
        )
        return Seat(actor=actor, zone=zone)
    return None
