"""What other weights would have done, before anybody decides about them."""

from dataclasses import dataclass

from helpdesk.standing.terms.scores import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """A Seller for whom they change something on the last day, or on how many days a measure could have been
    proposed. Visibility in thousandths, without measures.
    """

    seller_id: int
    visibility: int
    would_be: int
    level: Level
    would_be_level: Level
    asked_days: int
    would_be_asked_days: int

    @property
    def change(self) -> int:
        """In thousandths; less than nothing where visibility falls."""
        return self.would_be - self.visibility


@dataclass(frozen=True, slots=True, kw_only=True)
class Shadowed:
    """A part of the Sellers: how many were looked at, and whom it would touch."""

    sellers: int
    touched: tuple[Touched, ...]
