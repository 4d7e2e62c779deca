"""What became of an order: how far it has come, its parcels, the money that went back."""

from collections.abc import Sequence
from dataclasses import dataclass

from helpdesk.marketplace.terms.progress import Progress
from helpdesk.marketplace.terms.shown import RefundShown, ShipmentShown


@dataclass(frozen=True, slots=True, kw_only=True)
class Fulfilment:
    """Parcels and refunds stand in the order in which they came."""

    progress: Progress
    parcels: Sequence[ShipmentShown]
    refunds: Sequence[RefundShown]
