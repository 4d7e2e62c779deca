"""What the form of a market says, as it was typed, and what was wrong with it, field by field."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

from django.http import QueryDict

from helpdesk.kernel.shape import Flaw
from helpdesk.marketplace.terms.deciding import MarketHeld, Usual
from helpdesk.marketplace.words import SENTENCES
from helpdesk.portal import drafts

_APART = re.compile(r"[\s,;]+")
_MANY = 400  # things in one list; more than any market has
_LISTS = ("languages", "delivery_countries", "allowed_hosts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Every field as text. `seen` stands for the market as it was seen; `flaws` are sentences by field."""

    code: str = ""
    country: str = ""
    currency: str = ""
    time_zone: str = ""
    languages: str = ""
    delivery_countries: str = ""
    law: str = ""
    allowed_hosts: str = ""
    seen: str = ""
    key: str = ""
    flaws: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def typed(cls, form: QueryDict) -> Self:
        """As it was sent."""
        names = ("code", "country", "currency", "time_zone", *_LISTS, "law", "seen")
        found: dict[str, Any] = {name: form.get(name, "").strip() for name in names}
        return cls(**found, key=drafts.key_of(form))

    @classmethod
    def usual(cls, usual: Usual, *, hosts: Iterable[str]) -> Self:
        """What a market of this country usually is."""
        return cls(
            code=usual.code,
            country=usual.country,
            currency=usual.currency,
            time_zone=usual.time_zone,
            languages=" ".join(usual.languages),
            delivery_countries=" ".join(usual.delivery_countries),
            law=usual.law,
            allowed_hosts="\n".join(hosts),
            key=drafts.fresh().key,
        )

    @classmethod
    def held(cls, market: MarketHeld) -> Self:
        """What holds, to be changed."""
        of = market.draft
        return cls(
            code=market.code,
            country=of.country,
            currency=of.currency,
            time_zone=of.time_zone,
            languages=" ".join(of.languages),
            delivery_countries=" ".join(of.delivery_countries),
            law=of.law,
            allowed_hosts="\n".join(of.allowed_hosts),
            seen=market.seen,
            key=drafts.fresh().key,
        )

    @property
    def said(self) -> dict[str, Any]:
        """As the API would take it; codes in the case in which they are written, whatever was typed."""
        return {
            "country": self.country.upper(),
            "currency": self.currency.upper(),
            "time_zone": self.time_zone,
            "languages": _parts(self.languages),
            "delivery_countries": [one.upper() for one in _parts(self.delivery_countries)],
            "law": self.law.upper(),
            "allowed_hosts": [one.lower() for one in _parts(self.allowed_hosts)],
        }

    @property
    def carried(self) -> list[tuple[str, str]]:
        """Every field for a hidden one of the next page."""
        names = ("code", "country", "currency", "time_zone", *_LISTS, "law", "seen", "key")
        return [(name, getattr(self, name)) for name in names]

    def flawed(self, flaws: Iterable[Flaw]) -> Self:
        """The same with the first thing wrong of each field; in a list the thing itself is named."""
        found: dict[str, str] = {}
        for flaw in flaws:
            name, _, place = flaw.pointer.removeprefix("/").partition("/")
            found.setdefault(name, self._sentence(flaw, name, place))
        return replace(self, flaws=found)

    def _sentence(self, flaw: Flaw, name: str, place: str) -> str:
        sentence = str(SENTENCES.get(flaw.code, SENTENCES["input.pattern"])) % flaw.params
        parts = self.said.get(name) if place.isdecimal() else None
        return f"{parts[int(place)]}: {sentence}" if parts else sentence


def _parts(text: str) -> list[str]:
    """Codes or hosts, apart by spaces, commas or lines, each once."""
    return [*dict.fromkeys(part for part in _APART.split(text) if part)][:_MANY]
