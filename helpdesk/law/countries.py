"""Whose law it is: a part of a country, the country, the European Union."""

from typing import Final

EU: Final = "EU"
# ISO 3166-1 codes. Greece is GR here; EL is the Commission's own code.
MEMBERS: Final = frozenset(
    [
        *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"),
        *("IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
    ]
)


def places(country: str) -> tuple[str, ...]:
    """Where to look for a row, the most specific first: "GB-SCT" is GB-SCT, GB; "PL" is PL, EU.

    `country` is ISO 3166-1, or 3166-2 for a part of a country that has a law of its own.
    """
    whole = country.partition("-")[0]
    parts = (country,) if whole == country else (country, whole)
    return (*parts, EU) if whole in MEMBERS else parts
