"""The reviewed data file of one country: the days of the whole, and for each part what it adds to them.

Format: docs/reference/clock.md. One holiday a line, so that a review reads the difference.
"""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

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
    days = f'  "holidays": {_block(_days(whole.holidays, indent=4), indent=2)},'
    named = f'  "parts": {_block([_part(part, whole) for part in parts], indent=2)}'
    return "\n".join(["{", *lines, days, named, "}"]) + "\n"


def _edition(
    file: Mapping[str, Any], raw: Mapping[str, Any], *, code: str, base: Mapping[date, Holiday]
) -> Edition:
    added = {date.fromisoformat(on): names for on, names in raw["holidays"].items()}
    return Edition(
        code=code,
        version=raw["version"],
        effective_on=date.fromisoformat(raw["effective_on"]),
        source=file["source"],
        zone=raw["zone"],
        first_day=date.fromisoformat(file["first_day"]),
        last_day=date.fromisoformat(file["last_day"]),
        holidays={**base, **{on: Holiday(on=on, names=names) for on, names in added.items()}},
    )


def _part(part: Edition, whole: Edition) -> str:
    own = {on: holiday for on, holiday in part.holidays.items() if on not in whole.holidays}
    head = "".join(f"{json.dumps(key)}: {json.dumps(value)}, " for key, value in _facts(part).items())
    name = part.code.removeprefix(f"{whole.code}-")
    return f'    "{name}": {{{head}"holidays": {_block(_days(own, indent=6), indent=4)}}}'


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
