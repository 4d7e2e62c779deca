"""Numbers for the desk: how good the rules are, and how good shops answer. Never a word, nobody's name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from helpdesk.archive.database.scope import acting
from helpdesk.conduct import queries as conduct
from helpdesk.deadlines import queries as deadlines
from helpdesk.deadlines.queries import Quality, ShopQuality
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.refusal import Forbidden
from helpdesk.marketplace.queries import seller_names
from helpdesk.oversight.policies import can_see_figures

SPANS = (30, 90, 365)  # days that figures may look back
SHOPS = 100
QUALITY_DAYS = 365


def rule_figures(*, actor: Actor, now: datetime, days: int = SPANS[1]) -> conduct.Figures:
    """Of the last days. Two SQL statements beside the scope's. Raises Forbidden."""
    if not can_see_figures(actor=actor):
        raise Forbidden("oversight.not_yours")
    return conduct.figures(actor=actor, since=now - timedelta(days=days), until=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """A shop's answers in numbers, with its name."""

    of: ShopQuality
    name: str


def quality_of_shops(*, actor: Actor, now: datetime) -> Sequence[Shop]:
    """Those that were judged in the last year, the most judged first. Two SQL statements; Forbidden."""
    if not can_see_figures(actor=actor):
        raise Forbidden("oversight.not_yours")
    found = deadlines.quality_by_shop(actor=actor, since=_a_year_before(now), limit=SHOPS)
    with acting(actor):
        names = seller_names(seller_ids={one.seller_id for one in found})
    return [Shop(of=one, name=names.get(one.seller_id, "")) for one in found]


def quality_of_shop(*, actor: Actor, now: datetime, seller_id: int | None = None) -> Quality:
    """One shop's last year: a Seller's own, or the one that the desk asks for. Two SQL statements.

    Raises Forbidden.
    """
    if actor.side is Side.SELLER and actor.seller_id is not None:
        seller_id = actor.seller_id
    elif not can_see_figures(actor=actor) or seller_id is None:
        raise Forbidden("oversight.not_yours")
    return deadlines.quality_of(actor=actor, seller_id=seller_id, since=_a_year_before(now))


def _a_year_before(now: datetime) -> datetime:
    return now - timedelta(days=QUALITY_DAYS)
