"""A market: a country's storefront of the Platform, with its currency, clock, languages and law."""

from typing import Annotated, ClassVar

from pydantic import Field

from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.marketplace.terms.records.body import Body, Part
from helpdesk.marketplace.terms.values import Country, Currency, Host, Language, Law, MarketCode, Zone


class MarketDraft(Part):
    """What is said of a market, by the Platform's record or by an administrator."""

    country: Country
    currency: Currency
    time_zone: Zone
    languages: Annotated[list[Language], Field(min_length=1, max_length=20)]
    delivery_countries: Annotated[list[Country], Field(max_length=250)]
    law: Law
    allowed_hosts: Annotated[list[Host], Field(max_length=100)] = []


class MarketBody(Body, MarketDraft):
    """A market; its id is its code."""

    KIND: ClassVar = Kind.MARKET

    code: MarketCode | None = None
