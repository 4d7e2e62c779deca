"""Values of records: each type can only hold what is valid, and says by a code what is not."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from typing import Annotated, NamedTuple
from zoneinfo import available_timezones

from babel import Locale, UnknownLocaleError
from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from helpdesk.kernel import clock, text
from helpdesk.kernel.refusal import Refusal
from helpdesk.marketplace.terms.kinds import MAX_EXTERNAL_ID
from helpdesk.marketplace.terms.money import currencies

_MAX_VERSION = (1 << 53) - 1  # what JSON readers of every language keep exact
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
_EXTERNAL_ID = re.compile(r"[!-.0-~]+", re.ASCII)  # visible, and no slash: ids stand in paths
_YEARS = range(2000, 2101)  # of instants and dates: orders and parcels, nobody's birthday
# CLDR knows these regions, ISO 3166-1 does not.
_NOT_ISO = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"}


class Version(NamedTuple):
    """A record's version as it was sent, and its place among versions.

    A time stands for its microseconds since 1970: a sender who changes from integers to times goes forward.
    """

    text: str
    order: int


NEVER_SENT = Version("", 0)  # of what was opened here: whatever the Platform numbers from 1 on is newer


def _flaw(code: str, **params: object) -> PydanticCustomError:
    return PydanticCustomError(code, code, params)


def _line(limit: int) -> Callable[[str], str]:
    @lru_cache(maxsize=4000)  # records repeat their cities, streets and names
    def checked(value: str) -> str:
        try:
            return text.line(value, limit=limit, field="")
        except Refusal as refusal:
            raise _flaw(refusal.code, **refusal.params) from None

    return checked


def _instant(value: object) -> datetime:
    if not (isinstance(value, str) and _RFC3339.fullmatch(value)):
        raise _flaw("value.instant")
    try:
        found = datetime.fromisoformat(value.upper()).astimezone(UTC)
    except (ValueError, OverflowError):
        raise _flaw("value.instant") from None
    if found.year not in _YEARS:
        raise _flaw("value.instant")
    return found


def _day(value: object) -> date:
    try:
        if (
            isinstance(value, str)
            and len(value) == 10
            and (found := date.fromisoformat(value)).year in _YEARS
        ):
            return found
    except ValueError:
        pass
    raise _flaw("value.day")


def version_of(value: object) -> Version:
    """What a record says of its version. Raises PydanticCustomError for what is none."""
    if isinstance(value, int) and not isinstance(value, bool):
        if not 0 <= value <= _MAX_VERSION:
            raise _flaw("value.version")
        return Version(str(value), value)
    if not isinstance(value, str):
        raise _flaw("value.version")
    return Version(value, clock.to_us(_instant(value)))


@lru_cache(maxsize=2000)
def _language(value: str) -> str:
    try:
        return str(Locale.parse(value[:35], sep="-")).replace("_", "-")
    except (ValueError, UnknownLocaleError, TypeError):
        raise _flaw("value.language") from None


@cache
def countries() -> frozenset[str]:
    """ISO 3166-1 alpha-2."""
    regions = (code for code in map(str, Locale("en").territories) if len(code) == 2 and code.isalpha())
    return frozenset(regions) - _NOT_ISO


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _country(value: str) -> str:
    if value not in countries():
        raise _flaw("value.country")
    return value


def _currency(value: str) -> str:
    if value not in currencies():
        raise _flaw("value.currency")
    return value


def _zone(value: str) -> str:
    if value not in _zones():
        raise _flaw("value.time_zone")
    return value


def _ean(value: str) -> str:
    digits = [int(char) for char in value if char.isascii() and char.isdigit()]
    if len(digits) != len(value) or len(digits) not in (8, 12, 13, 14):
        raise _flaw("value.ean")
    weights = (1, 3) * 7
    if sum(digit * weight for digit, weight in zip(reversed(digits), weights, strict=False)) % 10:
        raise _flaw("value.ean")
    return value


def is_external_id(value: str) -> bool:
    """Whether the Platform could have an id like this."""
    return len(value) <= MAX_EXTERNAL_ID and _EXTERNAL_ID.fullmatch(value) is not None


def _external_id(value: str) -> str:
    if not is_external_id(value):
        raise _flaw("value.external_id", limit=MAX_EXTERNAL_ID)
    return value


ExternalId = Annotated[str, AfterValidator(_external_id), Field(examples=["A-1001"])]
MarketCode = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,20}$"), Field(examples=["pl"])]
VersionField = Annotated[
    Version,
    BeforeValidator(version_of),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "format": "date-time"}]}),
]
Instant = Annotated[datetime, BeforeValidator(_instant)]
Day = Annotated[date, BeforeValidator(_day)]
Language = Annotated[str, AfterValidator(_language), Field(examples=["pl"])]
Country = Annotated[str, AfterValidator(_country), Field(examples=["PL"])]
Currency = Annotated[str, AfterValidator(_currency), Field(examples=["PLN"])]
Email = Annotated[str, AfterValidator(_line(254)), StringConstraints(pattern=r"^[^@\s]{1,64}@[^@\s]{1,190}$")]
Zone = Annotated[str, AfterValidator(_zone), Field(examples=["Europe/Warsaw"])]
Ean = Annotated[str, AfterValidator(_ean), Field(examples=["5901234123457"])]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$")]
Law = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$"), Field(examples=["GB-ENG"])]
Host = Annotated[
    str,
    StringConstraints(pattern=r"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$", max_length=253),
]
Short = Annotated[str, AfterValidator(_line(60))]
Line = Annotated[str, AfterValidator(_line(120))]
Long = Annotated[str, AfterValidator(_line(300))]
Quantity = Annotated[int, Field(ge=1, le=100_000)]
