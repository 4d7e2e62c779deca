"""What other tracks would have proposed, before anybody decides about them."""

from dataclasses import dataclass
from datetime import date

from helpdesk.enforcement.terms.names import Track
from helpdesk.enforcement.terms.proposals import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """A Seller for whom another step could have been proposed on `days` days; `step` and `would_be` are those
    of the last of these days, `on` (UTC). None: no step.
    """

    seller_id: int
    track: Track
    days: int
    on: date
    step: Step | None
    would_be: Step | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shadowed:
    """A part of the Sellers: how many were looked at, and whom it would touch."""

    sellers: int
    touched: tuple[Touched, ...]
