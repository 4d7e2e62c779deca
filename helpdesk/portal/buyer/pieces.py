"""Which pieces of an order a form is about: all of them, unless its writer says otherwise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from helpdesk.kernel.refusal import Invalid
from helpdesk.marketplace.terms.shown import LineShown, OrderShown


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """One line of the order, `chosen` of its pieces; at `most` so many can be chosen."""

    line: LineShown
    field: str
    chosen: int
    most: int

    @property
    def counts(self) -> Sequence[int]:
        """None to all of them."""
        return range(self.most + 1)


def pieces(
    *, order: OrderShown, form: Mapping[str, str] | None = None, left: Mapping[str, int] | None = None
) -> list[Pieces]:
    """As a form shows them, filled in with what was sent, or with all that is `left`. Raises Invalid."""
    found = []
    for place, line in enumerate(order.lines):
        most = line.quantity if left is None else left.get(line.line, 0)
        name = f"pieces-{place}"
        if most:
            found.append(Pieces(line=line, field=name, chosen=_chosen(form, name, most), most=most))
    return found


def items(*, of: Sequence[Pieces]) -> str:
    """As the action takes them; "" for the whole order. Raises Invalid where nothing was chosen."""
    if of and not any(one.chosen for one in of):
        raise Invalid("case.items", field="items")
    if all(one.chosen == one.line.quantity for one in of):
        return ""
    return " ".join(f"{one.line.line}:{one.chosen}" for one in of if one.chosen)


def named(*, order: OrderShown, items: str) -> list[tuple[int, str]]:
    """Pieces and titles of what stands in a case; all of the order where it names none."""
    titles = {line.line: line.title for line in order.lines}
    if not items:
        return [(line.quantity, line.title) for line in order.lines]
    pairs = (one.rpartition(":") for one in items.split())
    return [(int(count), titles.get(line, line)) for line, _, count in pairs]


def _chosen(form: Mapping[str, str] | None, field: str, most: int) -> int:
    if form is None:
        return most
    written = form.get(field, "0")
    if not (written.isascii() and written.isdigit() and len(written) < 8):
        raise Invalid("form.damaged", field="items")
    return min(int(written), most)
