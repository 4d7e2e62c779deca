"""What is said at the opening of a case, fit to be judged and stored."""

from collections.abc import Mapping

from helpdesk.cases.terms.deeds import Opening
from helpdesk.cases.terms.names import Remedy
from helpdesk.kernel import text
from helpdesk.kernel.refusal import Invalid


def items_in(items: str, *, pieces: Mapping[str, int]) -> str:
    """Which pieces of which lines, "" for all of them, in the order of the lines. Raises Invalid."""
    chosen: dict[str, int] = {}
    for one in text.storable(items, limit=2000, field="items").split():
        line, _, number = one.rpartition(":")
        if line not in pieces or not number.isascii() or not number.isdigit() or line in chosen:
            raise Invalid("case.items", field="items")
        if not 0 < int(number) <= pieces[line]:
            raise Invalid("case.items", field="items")
        chosen[line] = int(number)
    return " ".join(f"{line}:{chosen[line]}" for line in pieces if line in chosen)


def said_of(*, opening: Opening) -> dict[str, int | str]:
    """What was asked for, so that a key stands for one request. Raises Invalid."""
    if opening.wanted and opening.wanted not in list(Remedy):
        raise Invalid("case.field_invalid", field="wanted")
    if opening.amount is not None and opening.amount <= 0:
        raise Invalid("case.field_invalid", field="amount")
    said: dict[str, int | str | None] = {
        "situation": opening.situation.value,
        "wanted": opening.wanted,
        "amount": opening.amount,
        "items": opening.items,
        "refurbished_ok": None if opening.refurbished_ok is None else int(opening.refurbished_ok),
    }
    return {name: value for name, value in said.items() if value not in (None, "")}
