"""A refund: money that went back to the buyer."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from helpdesk.marketplace.terms.kinds import Kind, Name
from helpdesk.marketplace.terms.money import Money
from helpdesk.marketplace.terms.records.body import Body, Reference
from helpdesk.marketplace.terms.records.shipment import PieceOfOrder, once_each
from helpdesk.marketplace.terms.values import ExternalId, Instant


class RefundBody(Body):
    """Money for an order that was paid back at `done_at`; `lines` says for which pieces, if known."""

    KIND: ClassVar = Kind.REFUND
    OWNER: ClassVar = "order"

    order: ExternalId
    lines: Annotated[list[PieceOfOrder], Field(max_length=500), once_each] = []
    amount: Money
    done_at: Instant

    def named(self) -> Iterator[Reference]:
        yield Reference("/order", Name(Kind.ORDER, self.order))
