"""The reviewed data file of one country: the days of the whole, and for each part what it adds to them.

Format: docs/reference/clock.md. One holiday a line, so that a review reads the difference. Earlier versions
are kept as what they had beside the next one, and what they lacked of it.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from helpdesk.workdays.changes import difference
from helpdesk.workdays.edition import Edition
from helpdesk.workdays.holiday import Holiday


def read(text: str) -> dict[str, Edition]:
    """The calendars of a file by code, the country's first. It is ours: a broken one raises as it breaks."""
    raw: dict[str, Any] = json.loads(text)
    whole = _edition(raw, raw, code=raw["code"], base={})
    parts = (
        _edition(raw, part, code=f"{raw['code']}-{name}", base=whole.holidays)
        for name, part in raw["parts"].items()
    )
    return {edition.code: edition for edition in (whole, *parts)}


def write(editions: Mapping[str, Edition]) -> str:
    """As the text of a data file; the first is the country's, and every part has all of its days."""
    whole, *parts = editions.values()
    head = {
        "code": whole.code,
        "source": whole.source,
        "first_day": whole.first_day.isoformat(),
        "last_day": whole.last_day.isoformat(),
        **_facts(whole),
    }
    lines = [f"  {json.dumps(key)}: {json.dumps(value)}," for key, value in head.items()]
    days = f'  "holidays": {_block(_days(whole.holidays, indent=4), indent=2)}{_earlier(whole, indent=2)},'
    named = f'  "parts": {_block([_part(part, whole) for part in parts], indent=2)}'
    return "\n".join(["{", *lines, days, named, "}"]) + "\n"


def _edition(
    file: Mapping[str, Any], raw: Mapping[str, Any], *, code: str, base: Mapping[date, Holiday]
) -> Edition:
    latest = Edition(
        code=code,
        version=raw["version"],
        effective_on=date.fromisoformat(raw["effective_on"]),
        source=file["source"],
        zone=raw["zone"],
        first_day=date.fromisoformat(file["first_day"]),
        last_day=date.fromisoformat(file["last_day"]),
        holidays={**base, **_holidays(raw["holidays"])},
    )
    found: list[Edition] = [latest]
    for entry in reversed(raw.get("earlier", ())):
        found.insert(0, _before(found[0], entry))
    return replace(latest, earlier=tuple(found[:-1]))


def _before(later: Edition, raw: Mapping[str, Any]) -> Edition:
    """The version that this one followed. Days that both have keep the name that they have now."""
    days = {**later.holidays, **_holidays(raw["added"])}
    removed = {date.fromisoformat(on) for on in raw["removed"]}
    return Edition(
        code=later.code,
        version=raw["version"],
        effective_on=date.fromisoformat(raw["effective_on"]),
        source=raw["source"],
        zone=raw["zone"],
        first_day=date.fromisoformat(raw["first_day"]),
        last_day=date.fromisoformat(raw["last_day"]),
        holidays={on: days[on] for on in sorted(days) if on not in removed},
    )


def _holidays(raw: Mapping[str, Mapping[str, str]]) -> Mapping[date, Holiday]:
    found = {date.fromisoformat(on): names for on, names in raw.items()}
    return {on: Holiday(on=on, names=names) for on, names in found.items()}


def _part(part: Edition, whole: Edition) -> str:
    own = {on: holiday for on, holiday in part.holidays.items() if on not in whole.holidays}
    head = "".join(f"{json.dumps(key)}: {json.dumps(value)}, " for key, value in _facts(part).items())
    name = part.code.removeprefix(f"{whole.code}-")
    days = _block(_days(own, indent=6), indent=4)
    return f'    "{name}": {{{head}"holidays": {days}{_earlier(part, indent=4)}}}'


def _earlier(edition: Edition, *, indent: int) -> str:
    """Nothing for a first version; else the ones before, a line each, behind the days."""
    if not edition.earlier:
        return ""
    margin = " " * indent
    pairs = zip(edition.versions, edition.versions[1:], strict=False)
    lines = [f"{margin}  {json.dumps(_entry(each, later), ensure_ascii=False)}" for each, later in pairs]
    return f',\n{margin}"earlier": [\n' + ",\n".join(lines) + f"\n{margin}]"


def _entry(edition: Edition, later: Edition) -> Mapping[str, object]:
    change = difference(old=later.holidays, new=edition.holidays)
    return {
        **_facts(edition),
        "source": edition.source,
        "first_day": edition.first_day.isoformat(),
        "last_day": edition.last_day.isoformat(),
        "added": {on.isoformat(): dict(holiday.names) for on, holiday in change.added.items()},
        "removed": [on.isoformat() for on in sorted(change.removed)],
    }


def _facts(edition: Edition) -> Mapping[str, object]:
    return {
        "version": edition.version,
        "effective_on": edition.effective_on.isoformat(),
        "zone": edition.zone,
    }


def _days(holidays: Mapping[date, Holiday], *, indent: int) -> list[str]:
    margin = " " * indent
    return [
        f'{margin}"{on}": {json.dumps(dict(holidays[on].names), ensure_ascii=False)}'
        for on in sorted(holidays)
    ]


def _block(lines: list[str], *, indent: int) -> str:
    return "{\n" + ",\n".join(lines) + "\n" + " " * indent + "}" if lines else "{}"
