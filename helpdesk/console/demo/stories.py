"""What people write about: each story in some of five languages, turn by turn."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_FOLDER = files("helpdesk.console.demo") / "stories"
BUYER, SELLER = "b", "s"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """`turns` says who writes each text of `said`, `product` the place of what it is about in the shop.

    `stage` is where the parcel has to be: "before" (no order yet), "new", "way", "there" or "back".
    """

    name: str
    turns: str
    said: Mapping[str, Sequence[str]]
    seller: str = ""
    product: int = 0
    stage: str = "there"

    @property
    def opening(self) -> int:
        """How many messages the buyer writes before the first answer."""
        return self.turns.index(SELLER)

    def is_about(self, *, offer: str) -> bool:
        """Whether this offer is what the story is about."""
        return not self.product or offer.startswith(f"{self.seller.replace('S-', 'O-', 1)}-{self.product}")


@cache
def stories() -> Sequence[Story]:
    """All of them, always in the same order."""
    found = sorted((file for file in _FOLDER.iterdir() if file.name.endswith(".json")), key=lambda f: f.name)
    return [Story(**story) for file in found for story in json.loads(file.read_text("utf-8"))]
