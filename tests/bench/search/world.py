"""Who talks with whom about what, by number: as if the shops had been asked for two years."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import md5
from uuid import UUID

from tests.bench.search.words import drawn, word

SELLERS = 200
BIG, SMALL = 1, 7  # a seller with half of all threads, one of those with an equal share of the others
BLOCK, IN_BLOCK = 500, 100  # messages of so many threads, which go on side by side
PER_BUYER = 8  # threads, half of them with the big seller
WORDS = 20  # of a message
READ = 60  # words that were read in a file
START, STEP = datetime(2024, 12, 1, tzinfo=UTC), timedelta(seconds=60)
MARKETS = ("de", "de", "de", "pl", "fr")
_FILE, _NOTE, _FORGOTTEN, _WAITS = 0.1, 0.02, 0.002, 0.3


def uuid_of(what: str, number: int) -> UUID:
    """The id of a thing."""
    return UUID(bytes=md5(f"{what} {number}".encode(), usedforsecurity=False).digest())


@dataclass(frozen=True, slots=True)
class Talk:
    """The n-th thread."""

    number: int

    @property
    def seller(self) -> int:
        """Whose shop it is."""
        return BIG if self.number % 2 else 2 + self.number // 2 % (SELLERS - 1)

    @property
    def buyer(self) -> int:
        """The number of who asks."""
        return self.number // PER_BUYER

    @property
    def market(self) -> str:
        """Its market's code."""
        return MARKETS[self.number // 2 % len(MARKETS)]

    @property
    def order(self) -> str:
        """The number of its order, the thread's title."""
        return f"{self.market.upper()}-2026/{self.number:06d}"

    @property
    def parcel(self) -> str:
        """The number of its parcel."""
        return f"JJD{(self.number * 48_271 + 11) % 10**11:011d}"


def name_of(buyer: int) -> str:
    """The name that sellers know a buyer by."""
    return f"{word(500 + buyer % 4_001).title()} {word(9_000 + buyer % 30_011).title()}"


@dataclass(slots=True)
class Said:
    """A message: `n` is its place in its thread; `read` stands in its file, `note` beside it."""

    number: int
    talk: Talk
    n: int
    at: datetime
    words: list[str]
    read: list[str] = field(default_factory=list)
    note: list[str] = field(default_factory=list)

    @property
    def side(self) -> str:
        """Whose words these are."""
        return "seller" if self.n % 2 else "buyer"


def said(*, first: int, until: int) -> Iterator[Said]:
    """These messages, in the order of time; both are whole blocks."""
    chance = random.Random(first)
    for number in range(first, until):
        talk = Talk(number // BLOCK * IN_BLOCK + number % IN_BLOCK)
        one = Said(number, talk, number % BLOCK // IN_BLOCK, START + number * STEP, drawn(chance, WORDS))
        one.read = drawn(chance, READ) if chance.random() < _FILE else []
        one.note = drawn(chance, WORDS) if chance.random() < _NOTE else []
        yield one


def waits(*, talk: Talk, until: int) -> bool:
    """Whether its last question is open: some of the newest block, few of long ago."""
    newest = talk.number >= (until - BLOCK) // BLOCK * IN_BLOCK
    return random.Random(talk.number).random() < (_WAITS if newest else _FORGOTTEN)
