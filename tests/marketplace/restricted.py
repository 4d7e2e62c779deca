"""Measures as the room above imposes them: the lock, an entry on the seller's chain, the restriction."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4, uuid5

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience, Chain, ChainName, Kept
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.marketplace import actions, queries
from helpdesk.marketplace.terms.restrictions import WHOLE, RestrictionKind
from tests.cast import ANNAS_SHOP

ON_OWN_CHAIN = "seller.establishment"  # a kind of entry that the seller's chain has today
FACTORS = {RestrictionKind.DEMOTION: 800}


def impose(
    kind: RestrictionKind,
    *,
    seller_id: int = ANNAS_SHOP,
    now: datetime | None = None,
    starts_at: datetime | None = None,
    days: int | None = 14,
    measure: UUID | None = None,
) -> tuple[UUID, Kept]:
    """The measure and its entry; `days` None: without end."""
    measure = measure or uuid4()
    with acting(SYSTEM):
        at = actions.lock_seller(actor=SYSTEM, now=now or clock.now(), seller_id=seller_id)
        starts_at = starts_at or at
        kept = entry_on_own_chain(seller_id=seller_id, at=at, key=f"measure/{uuid4()}")
        actions.restrict(
            actor=SYSTEM,
            now=kept.receipt.at,
            seller_id=seller_id,
            measure_id=measure,
            kind=kind,
            factor=FACTORS.get(kind, WHOLE),
            starts_at=starts_at,
            ends_at=None if days is None else starts_at + timedelta(days=days),
            entry=kept.receipt.entry,
        )
    return measure, kept


def lift(measure: UUID, *, seller_id: int = ANNAS_SHOP, now: datetime | None = None) -> Kept:
    """All that the measure took away."""
    with acting(SYSTEM):
        at = actions.lock_seller(actor=SYSTEM, now=now or clock.now(), seller_id=seller_id)
        kept = entry_on_own_chain(seller_id=seller_id, at=at, key=f"lifted/{measure}")
        actions.lift_restrictions(
            actor=SYSTEM,
            now=kept.receipt.at,
            seller_id=seller_id,
            measure_id=measure,
            entry=kept.receipt.entry,
        )
    return kept


def entry_on_own_chain(*, seller_id: int, at: datetime, key: str) -> Kept:
    """What it says does not matter here."""
    stand_in = queries.stand_in_of(seller_id=seller_id)
    chain = Chain(
        seller_id=seller_id,
        id=uuid5(stand_in, ChainName.SELLER),
        name=ChainName.SELLER,
        audience=Audience.SELLER,
        seller=stand_in,
    )
    return archive.append(chain=chain, kind=ON_OWN_CHAIN, actor=SYSTEM, now=at, key=key)
