"""What a package is made of."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import IO, Any, BinaryIO, NamedTuple
from uuid import UUID

import msgspec

from helpdesk.archive.terms import Audience, ChainName, Kept
from helpdesk.kernel.ids import Ref

FORMAT = "helpdesk-evidence/v1"
HANDED_OUT = "evidence.handed_out"  # the entry kind
KEY = "key"  # the kind of entry that publishes a key
BY = "by"  # the author, among the names of values
ABOUT = "about"  # the order or offer as it was shown with the first message
MAX_WITHHELD = 20_000  # values: a thread of thousands of messages, all of it but the proofs


class State(StrEnum):
    """What became of a value that a package does not show."""

    WITHHELD = "withheld"
    ERASED = "erased"


class Withheld(NamedTuple):
    """One value that a package is not to show: its entry's id and its name there."""

    entry: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A committed value with its salt."""

    value: bytes
    salt: bytes


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """An entry as the Archive holds it; `data` are the leaf's bytes. Erased values are not among `values`."""

    id: UUID
    chain: UUID
    n: int
    data: bytes
    hash: bytes
    receipt_key: str
    receipt: bytes
    values: Mapping[str, Value] = field(default_factory=dict)

    @cached_property
    def content(self) -> Mapping[str, Any]:
        """The leaf, read."""
        content: Mapping[str, Any] = msgspec.json.decode(self.data)
        return content

    @property
    def kind(self) -> str:
        """The entry's kind."""
        return str(self.content["t"])

    @property
    def committed(self) -> Sequence[str]:
        """The names of all values that it commits, the author first."""
        return [BY, *self.content["c"]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainShown:
    """A chain of the conversation, whole up to its last leaf."""

    id: UUID
    name: ChainName
    audience: Audience
    leaves: Sequence[Leaf]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a leaf stands in the log of `origin`, and its .tlog-proof."""

    origin: str
    index: int
    proof: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What the log says of itself: the newest signed checkpoint, and all its keys, each a use and a vkey.

    `keys_at` is the address of the page that publishes them.
    """

    origin: str
    keys_at: str
    checkpoint: str | None
    keys: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A file whose bytes go into the package: value `name` of the entry; `open` gives them as a stream."""

    entry: UUID
    name: str
    open: Callable[[], AbstractContextManager[BinaryIO]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that a package is made of. `keys` are the entries that publish keys; `erased` names the entries
    of which an erasure is on record; `zone` (IANA) is the market's.
    """

    conversation: Ref
    market: str
    zone: str
    seller: str
    language: str
    title: str
    about: str
    chains: Sequence[ChainShown]
    keys: Sequence[Leaf]
    erased: frozenset[UUID]
    places: Mapping[UUID, Place]
    published: Published
    files: Sequence[Attached] = ()

    @property
    def leaves(self) -> list[Leaf]:
        """Those of all chains, in order."""
        return [leaf for chain in self.chains for leaf in chain.leaves]

    @property
    def shared(self) -> ChainShown:
        """The chain of both parties."""
        return next(chain for chain in self.chains if chain.name is ChainName.SHARED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is printed for people. `conversation` is the package's conversation.json, `facts` the leaves' own
    by entry id; `states` counts values by what became of them; `zone` (IANA) is the reader's.
    """

    conversation: Mapping[str, Any]
    facts: Mapping[str, Mapping[str, Any]]
    id: UUID
    made_at: datetime
    language: str
    zone: str
    published: Published
    entries: int
    proved: int
    states: Mapping[str, int]
    heads: Sequence[tuple[str, int, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A message whose text, author or files may be withheld: `values` are those that are there, but for the
    author; `words` is how it begins.
    """

    entry: UUID
    at: datetime
    side: str
    author: str
    words: str
    values: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What may be kept back from a package. `authors` are the values that name a side's people, by side;
    `about` is the value with the order's or offer's facts, None where it is erased.
    """

    title: str
    seller: str
    buyer: str
    messages: Sequence[Choice]
    authors: Mapping[str, Sequence[Withheld]]
    about: Withheld | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package as it was made; `file` stands at its start, and is whoever's it is given to, to close."""

    file: IO[bytes]
    name: str
    size: int
    entry: Kept
