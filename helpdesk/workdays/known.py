"""The calendars that come with the package, read once from its reviewed data files."""

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from helpdesk.workdays import country as countries
from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.edition import Edition
from helpdesk.workdays.refusals import UnknownCalendar

_DATA = files("helpdesk.workdays") / "data"
_UNNAMED = {"GB": "GB-ENG"}  # the United Kingdom has no holidays of its own, only its nations do


@cache
def calendars() -> tuple[str, ...]:
    """Codes of all calendars here, in order: "DE", "DE-BB" ... "FR", "GB-ENG" ..."""
    found = (entry.name.removesuffix(".json") for entry in _DATA.iterdir() if entry.name.endswith(".json"))
    return tuple(sorted(code for country in found for code in _country(country) if code not in _UNNAMED))


def calendar_for(*, country: str, subdivision: str | None = None, zone: str | None = None) -> Calendar | None:
    """The calendar of an establishment, or None if none of it is here.

    `country` is ISO 3166-1 ("DE"), `subdivision` the part after the hyphen of ISO 3166-2 ("SN") or None for
    the national days (Great Britain without a nation: England). `zone` (IANA) replaces the calendar's own
    zone; `UnknownZone` if it does not exist. Cached: the same arguments give the same object.
    """
    code = code_of(country=country, subdivision=subdivision)
    return calendar_named(code=code, zone=zone) if code else None


def code_of(*, country: str, subdivision: str | None = None) -> str | None:
    """The code of an establishment's calendar, as `calendar_for` finds it; None if none of it is here."""
    code = f"{country}-{subdivision}" if subdivision else _UNNAMED.get(country, country)
    return code if code in calendars() else None


def calendar_named(*, code: str, zone: str | None = None, version: int | None = None) -> Calendar:
    """The calendar of this code, its latest version or this one; `UnknownCalendar` if it is not here."""
    found = edition(code=code, version=version)
    return _built(code, found.version, zone or found.zone)


def edition(*, code: str, version: int | None = None) -> Edition:
    """What was reviewed of a code, the latest or this version: source, from when it holds, days.

    Every version that ever came with the package stays, so that what was counted with it can be explained.
    `UnknownCalendar` if it is not here.
    """
    if code not in calendars():
        raise UnknownCalendar(f"unknown calendar {code!r}; known are {', '.join(calendars())}")
    latest = _country(code.partition("-")[0])[code]
    if version in (None, latest.version):
        return latest
    for each in latest.earlier:
        if each.version == version:
            return each
    raise UnknownCalendar(f"{code} has no version {version}; the latest is {latest.version}")


def widest(*, code: str, on: date) -> str:
    """The country's code where the whole country has this day off, else `code` (one of `calendars()`)."""
    country = code.partition("-")[0]
    return country if country in calendars() and on in edition(code=country).holidays else code


@cache
def _country(country: str) -> Mapping[str, Edition]:
    return countries.read((_DATA / f"{country}.json").read_text("utf-8"))


@lru_cache(maxsize=1024)  # zones come from sellers' addresses: bounded
def _built(code: str, version: int, zone: str) -> Calendar:
    return edition(code=code, version=version).calendar(zone=zone)
