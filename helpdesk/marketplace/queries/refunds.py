"""The money that went back, for the buyer, the seller and the operator."""

from collections import defaultdict
from collections.abc import Sequence

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Refund
from helpdesk.marketplace.policies import visible_to
from helpdesk.marketplace.terms.shown import Price, RefundShown


def refunds_of(*, actor: Actor, order: Ref) -> list[RefundShown]:
    """An order's refunds, the latest last. One SQL statement beside the scope's; strangers see none."""
    with acting(actor):
        return refunds_on(actor=actor, orders=[order])[order]


def refunds_on(*, actor: Actor, orders: Sequence[Ref]) -> dict[Ref, list[RefundShown]]:
    """Refunds by order, in the present scope. One SQL statement."""
    found: dict[Ref, list[RefundShown]] = defaultdict(list)
    rows = Refund.objects.filter(
        visible_to(actor),
        seller_id__in={order.seller_id for order in orders},
        order_id__in=[order.id for order in orders],
    )
    for refund in rows.order_by("done_at", "id"):
        found[Ref(refund.seller_id, refund.order_id)].append(_shown(refund))
    return found


def _shown(refund: Refund) -> RefundShown:
    return RefundShown(
        ref=Ref(refund.seller_id, refund.id),
        external_id=refund.external_id,
        lines={line["line"]: line["quantity"] for line in refund.lines},
        amount=Price(minor=refund.amount_minor, currency=refund.currency),
        done_at=refund.done_at,
    )
