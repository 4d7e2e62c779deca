"""What Buyers are told of a Seller: a grade, and how soon an answer usually comes."""

from datetime import datetime
from typing import Any, Literal

from ninja import Schema
from pydantic import Field

from helpdesk.kernel.actor import Actor, Side
from helpdesk.standing import queries
from helpdesk.standing.terms.grades import Seen


class SellerRating(Schema):
    """`score` is of 100, null while the `level` is new. Counted with each day's snapshot; measures
    have no part in it.
    """

    level: Literal["new", "rated", "reliable"]
    score: int | None = Field(ge=0, le=100)
    usually_within_hours: Literal[4, 24, 48] | None = Field(
        description=(
            "Half of the answers of the last 90 days came within so many hours of business days, which have"
            " 24 each; null of fewer than five answers, or where most of them took longer."
        )
    )


class Graded(Schema):
    """`seller_rating` is what a Buyer sees of the shop; null for others."""

    seller_rating: SellerRating | None


def seen(*, actor: Actor, seller_id: int, now: datetime) -> Seen | None:
    """What a Buyer sees of the shop, in one SQL statement; None for others."""
    return queries.seen_of(actor=actor, seller_id=seller_id, at=now) if actor.side is Side.BUYER else None


def graded(*, seen: Seen | None) -> dict[str, Any]:
    """As answers show it."""
    if seen is None:
        return {"seller_rating": None}
    found = seen.grade
    shown = {"level": found.level.value, "score": found.score, "usually_within_hours": found.usually}
    return {"seller_rating": shown}
