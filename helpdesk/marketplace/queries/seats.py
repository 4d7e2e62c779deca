"""The one question before every page: may this person still wear this hat?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from helpdesk.accounts import queries as accounts
from helpdesk.accounts.terms import Bearer, Hat
from helpdesk.archive.database import hot
from helpdesk.kernel.actor import Actor, Role, Side
from helpdesk.marketplace.rules.restricting import roles_under
from helpdesk.marketplace.terms.market import MarketName
from helpdesk.marketplace.terms.restrictions import Restricted, RestrictionKind

_STILL = """
    SELECT hat.place FROM unnest(%s::uuid[], %s::text[], %s::bigint[]) WITH ORDINALITY
        AS hat (person, side, seller_id, place)
    CROSS JOIN LATERAL marketplace_seat_v2(hat.person, hat.side, hat.seller_id)
"""
_SEAT = "SELECT * FROM marketplace_seat_v3(%s::uuid, %s, %s::bigint, %s::timestamptz)"
_UNDER = "CASE WHEN t.side = 'seller' THEN marketplace_restrictions_v1(t.seller_id, %s, %s) END"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """An actor, whose wall clock they look at, and on which market they are.

    `zone` (IANA) is the seller's, or that of the buyer's market; empty for administrators, whose clock the
    operator sets. `market` is the buyer's own; for the others the one they look at, None for all of them.
    `restricted` is what measures have taken away from the seller; who wrote for a removed one is `FORMER`.
    """

    actor: Actor
    zone: str
    market: str | None
    markets: tuple[MarketName, ...]
    restricted: tuple[Restricted, ...] = ()


def seat_for_system(
    *, person_id: UUID, side: Side, at: datetime, seller_id: int | None = None
) -> Seat | None:
    """A person's hat at an instant (UTC), in the person's own language; None when it is not theirs.

    None too for the disabled and for whoever has no account yet. One SQL statement.
    """
    for row in hot.rows(_SEAT, [person_id, side.value, seller_id, at]):
        name, language, roles, zone, market, markets, kinds, ends = row
        restricted = tuple(
            Restricted(kind=RestrictionKind(kind), ends_at=end)
            for kind, end in zip(kinds or (), ends or (), strict=True)
        )
        actor = Actor(
            person=person_id,
            name=name,
            side=side,
            roles=roles_under(map(Role, roles), kinds=[one.kind for one in restricted]),
            seller_id=seller_id if side is Side.SELLER else None,
            buyer_id=person_id if side is Side.BUYER else None,
            language=language,
        )
        known = tuple(MarketName(code=code, country=country) for code, country in markets or ())
        return Seat(actor=actor, zone=zone or "", market=market, markets=known, restricted=restricted)
    return None


def still_seated_for_system(*, hats: Sequence[Hat]) -> set[Hat]:
    """Which of the hats are still their people's. One SQL statement, for however many."""
    asked = [hat.person for hat in hats], [hat.side.value for hat in hats], [hat.seller_id for hat in hats]
    return {hats[place - 1] for (place,) in hot.rows(_STILL, list(asked))}


def bearer_for_system(*, token: str, now: datetime) -> Bearer | None:
    """Who sent a token, with the roles that measures have left. One SQL statement."""
    found = accounts.holder_of_token_for_system(token=token, now=now, beside=_UNDER, given=[now, now])
    if found is None:
        return None
    bearer, kinds = found
    roles = roles_under(bearer.actor.roles, kinds=map(RestrictionKind, kinds or ()))
    return replace(bearer, actor=replace(bearer.actor, roles=roles))
