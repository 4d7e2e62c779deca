"""Money: decimal strings outside, whole minor units inside; never a float."""

import re
from functools import cache

from babel import Locale
from babel.numbers import get_territory_currencies
from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

# ISO 4217 exponents other than 2 (CLDR rounds some of these differently, so its table is of no use here).
_WHOLE = {
    *("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW"),
    *("PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"),
}
_THOUSANDTHS = {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"}
_AMOUNT = re.compile(r"(?P<whole>0|[1-9][0-9]{0,11})(\.(?P<part>[0-9]{1,3}))?", re.ASCII)


@cache
def currencies() -> frozenset[str]:
    """Currencies that are legal tender somewhere today (ISO 4217 codes)."""
    found: set[str] = set()
    for territory in map(str, Locale("en").territories):
        if len(territory) == 2:
            found.update(get_territory_currencies(territory))
    return frozenset(found)


def exponent(currency: str) -> int:
    """Digits after the point of a currency's smallest unit."""
    return 0 if currency in _WHOLE else 3 if currency in _THOUSANDTHS else 2


class Money(BaseModel):
    """`{"amount": "12.90", "currency": "EUR"}`; not negative."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    amount: str = Field(examples=["12.90"], max_length=16)
    currency: str = Field(examples=["EUR"])

    @field_validator("currency")
    @classmethod
    def _known(cls, value: str) -> str:
        if value not in currencies():
            raise PydanticCustomError("value.currency", "value.currency")
        return value

    @model_validator(mode="after")
    def _exact(self) -> "Money":
        match = _AMOUNT.fullmatch(self.amount)
        if match is None or len(match["part"] or "") > exponent(self.currency):
            raise PydanticCustomError("value.amount", "value.amount", {"digits": exponent(self.currency)})
        return self

    @property
    def minor(self) -> int:
        """The amount in the smallest unit of the currency."""
        whole, _, part = self.amount.partition(".")
        return int(whole + part.ljust(exponent(self.currency), "0"))


def decimal(*, minor: int, currency: str) -> str:
    """The amount as a decimal string, with all digits of the currency: 1290 EUR is "12.90"."""
    digits = exponent(currency)
    text = str(minor).rjust(digits + 1, "0")
    return f"{text[:-digits]}.{text[-digits:]}" if digits else text
