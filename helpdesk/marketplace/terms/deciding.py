"""Markets as administrators see and decide them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from helpdesk.marketplace.terms.records.market import MarketDraft

MARKET_DECIDED = "market.decided"
RECENT = 20  # decisions that a page shows
MANY = 10_000  # people beyond whom nobody counts on


class Usual(NamedTuple):
    """What a market of a country usually is; "" or nothing where it has to be chosen."""

    code: str
    country: str
    currency: str
    time_zone: str
    languages: tuple[str, ...]
    delivery_countries: tuple[str, ...]
    law: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionShown:
    """A decision with who made it; `changed` names the fields, all of them at the opening."""

    n: int
    changed: Sequence[str]
    upon: str
    at: datetime
    by: str
    entry: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketHeld:
    """A market as it stands. `version` is the Platform's, "" for one that it has not sent.

    `seen` stands for all of this: whoever decides says it back. `decision` is the latest; `holds` says
    whether it still stands, or the Platform has sent a newer version since.
    """

    code: str
    draft: MarketDraft
    version: str
    seen: str
    decision: DecisionShown | None
    holds: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Markets:
    """All markets by code; `awaited` are codes that records name, with how many wait."""

    held: Sequence[MarketHeld]
    awaited: Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What a decision would meet. `held` is None for a new market; `waiting` records would be taken in.

    `buyers` are on the market now (at most MANY are counted), `sellers` are established in its country.
    """

    held: MarketHeld | None
    changed: Sequence[str]
    waiting: int
    buyers: int
    sellers: int


class Decided(NamedTuple):
    """The n-th decision on this market; `replayed`: it was made before, with this key."""

    code: str
    n: int
    replayed: bool
