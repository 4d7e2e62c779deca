"""Which pieces of an order may still be sent back: nobody withdraws twice from the same."""

from collections import Counter
from collections.abc import Iterable, Mapping


def remaining(*, pieces: Mapping[str, int], taken: Iterable[str]) -> dict[str, int]:
    """The pieces of each line that none of `taken` is about ("line:pieces", with spaces between; "": all)."""
    gone: Counter[str] = Counter()
    for items in taken:
        gone.update(counted(items, pieces=pieces))
    return {line: max(0, number - gone[line]) for line, number in pieces.items()}


def meant(items: str, *, pieces: Mapping[str, int], left: Mapping[str, int]) -> str | None:
    """The pieces that a Buyer means, "" for the whole order: who names none means what is left.

    None: nothing is left, or some of those named go back already.
    """
    if not any(left.values()):
        return None
    if not items:
        return (
            "" if left == pieces else " ".join(f"{line}:{number}" for line, number in left.items() if number)
        )
    asked = counted(items, pieces=pieces)
    return None if any(number > left[line] for line, number in asked.items()) else items


def counted(items: str, *, pieces: Mapping[str, int]) -> dict[str, int]:
    """The pieces of each line that are named; all where none is."""
    if not items:
        return dict(pieces)
    named = (one.rpartition(":") for one in items.split())
    return {line: int(number) for line, _, number in named}
