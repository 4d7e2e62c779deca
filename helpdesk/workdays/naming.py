"""Holiday names in the Platform's five languages, while a data file is generated.

The source names holidays in English and in the country's own language; `names.json` adds the others, by hand.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from helpdesk.workdays.holiday import LANGUAGES

_TABLE: dict[str, dict[str, str]] = json.loads(Path(__file__).with_name("names.json").read_text("utf-8"))
_SUBSTITUTE = " (observed)"
_MONDAY = "Monday following "
_DECREED = re.compile(r"Day off \(substituted from .*\)")


def names_of(*, english: str, local: str, local_language: str) -> Mapping[str, str]:
    """Names by language code: the source's own for its language, the table's for others, if it has one."""
    names = {language: _translated(english, language) for language in LANGUAGES}
    if local_language != "en":  # the table also turns the source's English into the Platform's
        names[local_language] = local
    return {language: name for language, name in names.items() if name}


def names_of_patron(*, local: str) -> Mapping[str, str]:
    """The feast of a town's or province's own saint keeps the saint's name as its people say it."""
    return {language: f"{_TABLE['Patron saint'][language]}: {local}" for language in LANGUAGES}


def _translated(english: str, language: str) -> str:
    """Empty unless every part is known: two holidays may share a day, and a substitute day has a suffix."""
    parts = [_part(part, language) for part in english.split("; ")]
    return "; ".join(parts) if all(parts) else ""


def _part(english: str, language: str) -> str:
    if english.endswith(_SUBSTITUTE):
        name = _part(english.removesuffix(_SUBSTITUTE), language)
        return f"{name} {_TABLE['(observed)'][language]}" if name else ""
    if english.startswith(_MONDAY):
        name = _part(english.removeprefix(_MONDAY), language)
        return f"{_TABLE[_MONDAY.strip()][language]} {name}" if name else ""
    if _DECREED.fullmatch(english):
        english = "Day off"
    return _TABLE.get(english, {}).get(language, english if language == "en" else "")
