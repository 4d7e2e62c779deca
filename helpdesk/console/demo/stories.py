"""What people write about: each story in some of five languages, turn by turn."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files

from helpdesk.kernel.actor import Side

_FOLDER = files("helpdesk.console.demo") / "stories"


class Deed(StrEnum):
    """A turn by the letter that stands for it; a small one is a message, a capital one has no words."""

    ASK = "b"
    REPLY = "s"
    INTERIM = "i"  # a note: the clock runs on
    PROMISE = "p"  # the rest follows by a day
    STAND_BY = "f"  # a reply that reads as holding, and its author says that it is the answer
    WAIVE = "W"  # no reply needed
    OBJECT = "O"  # but it is
    INSIST = "N"  # I do need an answer
    REOPEN = "R"  # no, this did not answer my question

    @property
    def speaks(self) -> bool:
        """Whether somebody writes something."""
        return self.islower()

    @property
    def side(self) -> Side:
        """Whose deed it is."""
        return Side.BUYER if self in _BUYERS else Side.SELLER


_BUYERS = (Deed.ASK, Deed.OBJECT, Deed.INSIST, Deed.REOPEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """`turns` are the letters of deeds, `said` the words of those that speak.

    `product` is the place of what it is about in the shop. `stage` is where the parcel has to be: "before"
    (no order yet), "new", "way", "there" or "back". A scene also has `hours`: when each turn comes, in
    counted hours from now or from the beginning of the `since` "outage", negative before it. `promise` is
    how many business days are promised, `reason` why no reply is needed, `buyer` who tells it in Anna's shop.
    `files` are names of `pictures`, by the turn (as a text, as JSON has it) that brings them; `tried` by
    language and turn what its author wrote first, which the rules refused.
    """

    name: str
    turns: str
    said: Mapping[str, Sequence[str]]
    seller: str = ""
    product: int = 0
    stage: str = "there"
    hours: Sequence[float] = ()
    since: str = ""
    promise: int = 0
    reason: str = ""
    buyer: str = ""
    files: Mapping[str, Sequence[str]] = field(default_factory=dict)
    tried: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def deeds(self) -> Sequence[Deed]:
        """Turn by turn."""
        return [Deed(letter) for letter in self.turns]

    @property
    def opening(self) -> int:
        """How many messages the buyer writes before the first answer."""
        return next(place for place, deed in enumerate(self.deeds) if deed.side is Side.SELLER)

    def words(self, *, language: str) -> Sequence[str]:
        """What is said in each turn; empty where nobody speaks."""
        texts = iter(self.said[language])
        return [next(texts) if deed.speaks else "" for deed in self.deeds]

    def tried_first(self, *, language: str, turn: int) -> str:
        """What was refused before this turn's words were sent; empty: nothing."""
        return self.tried.get(language, {}).get(str(turn), "")

    def is_about(self, *, offer: str) -> bool:
        """Whether this offer is what the story is about."""
        return not self.product or offer.startswith(f"{self.seller.replace('S-', 'O-', 1)}-{self.product}")


@cache
def stories() -> Sequence[Story]:
    """Those that are told at any time, always in the same order."""
    return [story for story in _all() if not story.hours]


@cache
def scenes() -> Sequence[Story]:
    """Those that show what can happen to a clock, at an hour of their own."""
    return [story for story in _all() if story.hours]


@cache
def _all() -> Sequence[Story]:
    found = sorted((file for file in _FOLDER.iterdir() if file.name.endswith(".json")), key=lambda f: f.name)
    return [Story(**story) for file in found for story in json.loads(file.read_text("utf-8"))]
