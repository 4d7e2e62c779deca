"""Mediators and certified bodies for disputes: HELPDESK_DISPUTE_BODIES, a JSON list; empty by default."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from helpdesk.law.bodies import Body, BodyKind
from helpdesk.law.countries import MEMBERS


def _of_the_union(country: str) -> str:
    if country not in MEMBERS:
        raise ValueError("no country of the European Union (ISO 3166-1): neither law holds there")
    return country


class DisputeBody(BaseModel):
    """One of them, for some countries of the Union, or for all where none is named."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: BodyKind
    name: Annotated[str, Field(min_length=1, max_length=120, pattern=r"^[^\r\n]+$")]
    url: Annotated[str, Field(pattern=r"^https://[!-~]{1,490}$")]
    countries: list[Annotated[str, AfterValidator(_of_the_union)]] = []

    @property
    def body(self) -> Body:
        """As the rest of the house knows it."""
        return Body(kind=self.kind, name=self.name, url=self.url)
