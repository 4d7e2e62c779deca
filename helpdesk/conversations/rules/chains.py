"""The ids of threads and of the chains behind them follow from what they are about."""

from uuid import UUID, uuid5

from helpdesk.archive.terms import Audience


def thread_about_order(*, order_id: UUID) -> UUID:
    """The one thread of an order: its id follows from the order's, so two first questions meet in it."""
    return uuid5(order_id, "conversation")


def thread_about_offer(*, offer_id: UUID, buyer_id: UUID) -> UUID:
    """The one thread of a buyer about an offer, before any sale."""
    return uuid5(offer_id, f"conversation/{buyer_id}")


def backstage(*, conversation: UUID, audience: Audience) -> UUID:
    """The chain of what one side did in a thread out of the other's sight."""
    return uuid5(conversation, str(int(audience)))


def handed_over(*, conversation: UUID, audience: Audience) -> UUID:
    """The chain of what a buyer hands over beside the thread, which may not have begun yet."""
    return uuid5(conversation, f"handed over/{int(audience)}")
