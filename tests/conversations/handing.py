"""What Clara hands over beside messages."""

from datetime import timedelta

from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Kept
from helpdesk.conversations import actions
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Order
from tests.cast import CLARA, PLATFORM

IBAN = "DE89 3704 0044 0532 0130 00"
PHONE = "0151 23456789"  # as people in Germany, whose market the order is of, write it
NOTE = "Entrance B, third floor."


def deliver(
    order: Ref, *, phone: str = PHONE, note: str = NOTE, key: str = "d", actor: Actor = CLARA
) -> Kept:
    """For the courier."""
    return actions.give_delivery_details(
        actor=actor, now=clock.now(), order=order, phone=phone, note=note, key=key
    )


def refund(
    order: Ref, *, account: str = IBAN, holder: str = "Clara Weiß", key: str = "r", actor: Actor = CLARA
) -> Kept:
    """For refunds."""
    return actions.give_refund_account(
        actor=actor, now=clock.now(), order=order, account=account, holder=holder, key=key
    )


def placed(order: Ref, *, days_ago: int = 1) -> None:
    """So long ago, whatever day it is."""
    with acting(PLATFORM):
        Order.objects.filter(id=order.id).update(placed_at=clock.now() - timedelta(days=days_ago))
