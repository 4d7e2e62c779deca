"""Which holds cover a conversation."""

from uuid import UUID

from helpdesk.retention.terms import Covered, HoldOn


def covers(*, on: HoldOn, seller_id: int | None, subject: UUID | None, thing: Covered) -> bool:
    """Whether a hold (of `seller_id` and, unless it is on a seller, `subject`) covers the thing."""
    if on is HoldOn.BUYER:
        return subject == thing.buyer
    if seller_id != thing.seller_id:
        return False
    if on is HoldOn.SELLER:
        return True
    return subject is not None and subject == (thing.thread if on is HoldOn.CONVERSATION else thing.order)
