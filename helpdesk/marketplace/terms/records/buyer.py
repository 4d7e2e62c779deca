"""A buyer, with as little as will do."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from helpdesk.marketplace.terms.kinds import Kind, Name
from helpdesk.marketplace.terms.records.body import Address, Body, Reference
from helpdesk.marketplace.terms.values import Email, Language, Line, MarketCode


class BuyerBody(Body):
    """A buyer. An e-mail is checked and then dropped: nothing is sent by mail yet, so nothing is kept."""

    KIND: ClassVar = Kind.BUYER

    display_name: Line
    language: Language
    market: MarketCode
    kind: Literal["consumer", "business"] = "consumer"
    addresses: Annotated[list[Address], Field(max_length=20)] = []
    email: Email | None = None

    def named(self) -> Iterator[Reference]:
        yield Reference("/market", Name(Kind.MARKET, self.market))
