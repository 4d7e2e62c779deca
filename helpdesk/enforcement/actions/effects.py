"""The effects of a measure, written with its entry, under the Seller's lock."""

from collections.abc import Iterable
from uuid import UUID

from helpdesk.archive.terms import Kept
from helpdesk.deadlines import actions as deadlines
from helpdesk.enforcement.terms import Effect
from helpdesk.kernel.actor import SYSTEM
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace.terms import RestrictionKind
from helpdesk.standing import actions as standing


def impose_effects(*, seller_id: int, measure_id: UUID, effects: Iterable[Effect], kept: Kept) -> None:
    """One restriction each; `kept` is the entry by which they come."""
    for effect in effects:
        marketplace.restrict(
            actor=SYSTEM,
            now=kept.receipt.at,
            seller_id=seller_id,
            measure_id=measure_id,
            kind=RestrictionKind(effect.takes),
            factor=effect.factor,
            starts_at=effect.starts_at,
            ends_at=effect.ends_at,
            entry=kept.receipt.entry,
        )
    recount(kept=kept)


def recount(*, kept: Kept) -> None:
    """Clocks of questions that nobody may answer meanwhile, or may again, are counted anew, and the place in
    the search is due to be told: a demotion does not wait for the next night, nor does its end.
    """
    deadlines.mark_of_seller(actor=SYSTEM, now=kept.receipt.at, seller_id=kept.seller_id)
    standing.call_for_publication(actor=SYSTEM, now=kept.receipt.at, seller_id=kept.seller_id)
