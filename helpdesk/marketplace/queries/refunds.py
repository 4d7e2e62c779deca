"""The money that went back, for the buyer, the seller and the operator."""

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Refund
from helpdesk.marketplace.policies import visible_to
from helpdesk.marketplace.terms.shown import Price, RefundShown


def refunds_of(*, actor: Actor, order: Ref) -> list[RefundShown]:
    """An order's refunds, the latest last. One SQL statement beside the scope's; strangers see none."""
    mine = Refund.objects.filter(visible_to(actor), seller_id=order.seller_id, order_id=order.id)
    with acting(actor):
        return [
            RefundShown(
                ref=Ref(refund.seller_id, refund.id),
                external_id=refund.external_id,
                lines={line["line"]: line["quantity"] for line in refund.lines},
                amount=Price(minor=refund.amount_minor, currency=refund.currency),
                done_at=refund.done_at,
            )
            for refund in mine.order_by("done_at", "id")
        ]
