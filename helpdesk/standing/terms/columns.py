"""Many sellers' obligations as columns, one entry each in every column."""

from array import array
from dataclasses import dataclass, field


def _column() -> "array[int]":
    return array("q")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What counts on one day. `seller` and `buyer` are indexes from 0; a buyer index is of one seller only.

    `with_order` and `is_answer` are 0 or 1, the others as in `Counted`.
    """

    seller: "array[int]" = field(default_factory=_column)
    buyer: "array[int]" = field(default_factory=_column)
    halves: "array[int]" = field(default_factory=_column)
    with_order: "array[int]" = field(default_factory=_column)
    is_answer: "array[int]" = field(default_factory=_column)
    age: "array[int]" = field(default_factory=_column)
    value: "array[int]" = field(default_factory=_column)

    def add(
        self, *, seller: int, buyer: int, halves: int, with_order: int, is_answer: int, age: int, value: int
    ) -> None:
        """One more obligation."""
        self.seller.append(seller)
        self.buyer.append(buyer)
        self.halves.append(halves)
        self.with_order.append(with_order)
        self.is_answer.append(is_answer)
        self.age.append(age)
        self.value.append(value)

    def __len__(self) -> int:
        return len(self.seller)
