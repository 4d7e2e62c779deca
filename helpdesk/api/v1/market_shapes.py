"""Shapes of the markets that administrators decide on."""

from datetime import date, datetime
from typing import Annotated

from ninja import Schema
from pydantic import ConfigDict, Field

MarketKey = Annotated[str, Field(max_length=60)]
_Many = Annotated[list[MarketKey], Field(max_length=250)]


class MarketSaid(Schema):
    """A market as it is said: codes of ISO 3166-1 and 4217, a zone of IANA, languages of BCP 47.

    `law` is the country whose law contracts follow (ISO 3166), `allowed_hosts` are where links may lead.
    """

    model_config = ConfigDict(extra="forbid", strict=True)

    country: MarketKey = Field(examples=["CZ"])
    currency: MarketKey = Field(examples=["CZK"])
    time_zone: MarketKey = Field(examples=["Europe/Prague"])
    languages: _Many = Field(examples=[["cs"]])
    delivery_countries: _Many = Field(examples=[["CZ", "SK"]])
    law: MarketKey = Field(examples=["CZ"])
    allowed_hosts: Annotated[list[Annotated[str, Field(max_length=253)]], Field(max_length=100)] = []


class MarketPublished(MarketSaid):
    """`seen` is what stood for the market when it was looked at; "" for one that is opened."""

    seen: Annotated[str, Field(max_length=40)] = ""


class MarketDecisionShape(Schema):
    """The n-th decision here. `upon` is the Platform's version that it stands on, "" where there was none."""

    n: int
    changed: list[str]
    upon: str
    at: datetime
    by: str
    entry: str


class MarketHeldShape(Schema):
    """A market. `version` is the Platform's, "" where it has sent none; `decision` the latest made here.

    `decision_holds` is false where the Platform has sent a newer version since. `seen` is for publishing.
    """

    code: str
    market: MarketSaid
    version: str
    seen: str
    decision: MarketDecisionShape | None
    decision_holds: bool


class MarketAwaited(Schema):
    """A code that records name and nobody has opened: how many records wait for it."""

    code: str
    waiting: int


class MarketList(Schema):
    """By code."""

    data: list[MarketHeldShape]
    awaited: list[MarketAwaited]


class MarketWithDecisions(MarketHeldShape):
    """With its latest decisions, the newest first."""

    decisions: list[MarketDecisionShape]


class UsualMarket(Schema):
    """What a market of a country usually is; "" where it has to be chosen."""

    code: str
    market: MarketSaid


class MarketDayOff(Schema):
    """A public holiday with its names by language."""

    on: date
    names: dict[str, str]


class MarketExample(Schema):
    """A question in the afternoon before the next day off, and when its answer is due."""

    received: datetime
    due: datetime


class MarketDays(Schema):
    """The calendar of the market's country."""

    calendar: str
    version: int
    last_day: date
    next_off: list[MarketDayOff]
    example: MarketExample | None


class MarketLaw(Schema):
    """Whose law, how many rules hold today, how many are the country's own, and unconfirmed by a lawyer."""

    place: str
    rules: int
    own: int
    unconfirmed: int


class MarketMissing(Schema):
    """What is not there: `calendar`, `law`, `own_law`, `other_law`, `translation`, `delivery`, `abroad`."""

    what: str
    of: str


class MarketPreview(Schema):
    """What publishing would do now; `seen` is for publishing. `by_market`: all clocks count by it."""

    code: str
    seen: str
    changed: list[str]
    waiting: int
    buyers: int
    sellers: int
    by_market: bool
    days: MarketDays | None
    law: MarketLaw
    flows: list[str]
    missing: list[MarketMissing]


class MarketDecided(Schema):
    """The n-th decision on this market is in force."""

    code: str
    n: int
