"""A public holiday and its name in the languages that the calendar's file gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

LANGUAGES: Final = ("en", "pl", "de", "fr", "it")  # that the Platform speaks


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A day off by law. `names` maps a language code ("en", "pl" ...) to the holiday's name; may be empty."""

    on: date
    names: Mapping[str, str] = field(default_factory=dict)

    def name(self, *, language: str) -> str:
        """Its name in this language, or else in English; empty if the calendar gives no name."""
        return self.names.get(language) or self.names.get("en", "")
