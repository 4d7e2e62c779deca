"""The right edge of a growing tree: all that is needed to append to it, and to say its root."""

from collections.abc import Iterable
from dataclasses import dataclass

from helpdesk.tlog.hashing import check_hashes, folded, parents
from helpdesk.tlog.refusals import Refused


@dataclass(frozen=True, slots=True)
class Frontier:
    """A tree of `size` leaves by the hashes of its perfect subtrees, largest first: one per bit of the size.

    Raises Refused("frontier.length") if there are more or fewer, Refused("hash.length") if one is no hash.
    """

    size: int = 0
    hashes: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        if self.size < 0 or self.size.bit_count() != len(self.hashes):
            raise Refused("frontier.length", f"{len(self.hashes)} hashes for {self.size} leaves")
        check_hashes(self.hashes)

    def extended(self, leaf_hashes: Iterable[bytes]) -> "Frontier":
        """The tree with these leaves appended. Raises Refused("hash.length") if one is no hash."""
        nodes = [*leaf_hashes]
        check_hashes(nodes)
        added, before = len(nodes), [*self.hashes]
        smallest_first: list[bytes] = []
        height = 0
        while nodes or before:
            if self.size >> height & 1:  # the old subtree of this height is the left neighbour
                nodes.insert(0, before.pop())
            if len(nodes) % 2:
                smallest_first.append(nodes[-1])
            nodes = parents(nodes)
            height += 1
        return Frontier(self.size + added, tuple(reversed(smallest_first)))

    def root(self) -> bytes:
        """The root of the tree."""
        return folded(self.hashes)
