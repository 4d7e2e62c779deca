"""What a number on a parcel or a paper leads to: a case's own, a carrier's, or an order's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import F, Q

from helpdesk.archive.database.scope import acting
from helpdesk.cases.models import Case
from helpdesk.cases.queries.shown import cases_named
from helpdesk.cases.rules import numbers
from helpdesk.cases.terms.deeds import CaseShown
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Order, Shipment
from helpdesk.marketplace.rules.tracking import tidy

MAX_NUMBER: Final = 100  # characters of what is typed or scanned
_MOST: Final = 20  # cases or orders: more is no answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """Cases, the open ones first and of them the most urgent; orders, where no case has that number."""

    cases: Sequence[CaseShown] = ()
    orders: Sequence[Ref] = ()


def numbered(*, actor: Actor, now: datetime, text: str) -> Numbered:
    """What the shop has under this number. At most five SQL statements beside the scope's; nothing for others
    than sellers.
    """
    text = text.strip()[:MAX_NUMBER]
    if actor.side is not Side.SELLER or actor.seller_id is None or not text:
        return Numbered()
    number = numbers.typed(text)
    refs = _cases(actor, Q(number=number)) if number else []
    orders: list[Ref] = []
    if not refs:
        orders = _orders(actor, actor.seller_id, text)
        of_orders = Q(order_id__in=[order.id for order in orders])
        refs = _cases(actor, of_orders | Q(ended_at=None, state__facts__tracking=tidy(text)))
    found = cases_named(actor=actor, now=now, cases=refs)
    return Numbered(cases=[found[ref] for ref in refs if ref in found], orders=orders)


def _cases(actor: Actor, wanted: Q) -> list[Ref]:
    with acting(actor):
        rows = Case.objects.filter(wanted, seller_id=actor.seller_id or 0)
        urgent = rows.order_by(F("ended_at").desc(nulls_first=True), F("due_at").asc(nulls_last=True), "-at")
        return [Ref(*place) for place in urgent.values_list("seller_id", "id")[:_MOST]]


def _orders(actor: Actor, seller_id: int, text: str) -> list[Ref]:
    """By their own number, or that of one of their parcels."""
    with acting(actor):
        parcels = Shipment.objects.filter(seller_id=seller_id, tracking__in={text, tidy(text)})
        named = Order.objects.filter(seller_id=seller_id, number__in=_written(text))
        sent = Order.objects.filter(seller_id=seller_id, id__in=parcels.values("order_id"))
        either = named.values_list("seller_id", "id", "placed_at").union(
            sent.values_list("seller_id", "id", "placed_at")
        )
        latest = either.order_by("-placed_at", "-id")[:_MOST]
        return [Ref(seller_id, id) for seller_id, id, _ in latest]


def _written(text: str) -> set[str]:
    """As it may stand on a paper: an index is asked for each, where upper and lower case alike would ask for
    none.
    """
    return {text, text.upper(), text.lower(), text.title()}
