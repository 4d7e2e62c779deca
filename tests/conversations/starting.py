"""What a seller starts with in tests: an order, a day, and a reason."""

from datetime import UTC, datetime, timedelta
from itertools import count

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.terms import Posted
from helpdesk.conversations.terms.starting import SellerReason
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Shipment
from tests.cast import ANNA, CLARA, PLATFORM
from tests.shops import PLACED

DAY = timedelta(days=1)
TRACKING = "00340434161094021501"
WRITTEN = "One gasket is missing in our stock. May we send a blue one in its place?"
_KEYS = count()


def start(
    order: Ref,
    *,
    at: datetime = PLACED + DAY,
    reason: SellerReason = SellerReason.ORDER_PROBLEM,
    draft: str = WRITTEN,
    actor: Actor = ANNA,
    key: str = "",
) -> Posted:
    """Anna writes first."""
    return conversations.start_about_order(
        actor=actor,
        now=at,
        order=order,
        draft=draft,
        reason=reason,
        key=key or f"start-{next(_KEYS)}",
    )


def sent(
    order: Ref, *, on: datetime | None = None, delivered: datetime | None = None, tracking: str = TRACKING
) -> None:
    """A parcel with everything in it."""
    with acting(PLATFORM):
        Shipment.objects.create(
            seller_id=order.seller_id,
            order_id=order.id,
            buyer_id=CLARA.person,
            external_id=f"parcel {tracking}",
            direction="out",
            lines=[{"line": "1", "quantity": 2}],
            carrier="DHL",
            tracking=tracking,
            dispatched_at=on or PLACED + DAY,
            delivered_at=delivered,
        )


def utc(*when: int) -> datetime:
    """Year, month, day, hour."""
    return datetime(*when, tzinfo=UTC)  # type: ignore[misc,arg-type]
