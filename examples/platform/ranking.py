"""The order of the search: how well an offer fits, times where its shop is shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

NEUTRAL = 1.0
"""Of a shop that Helpdesk does not know, or while its word is older than it holds: search goes on."""


@dataclass(frozen=True, kw_only=True)
class Hit:
    """An offer, how well it fits, and the factor of its shop."""

    offer: Mapping[str, Any]
    fits: float
    factor: float
    level: str

    @property
    def score(self) -> float:
        """What the list is ordered by."""
        return self.fits * self.factor


def search(
    *,
    offers: Sequence[Mapping[str, Any]],
    words: str,
    language: str,
    market: str,
    standings: Mapping[str, Mapping[str, Any]],
    valid_until: datetime | None,
    now: datetime,
) -> list[Hit]:
    """What is sold in this market and fits the words, the best first; of equals the one that came first."""
    asked = words.casefold().split()
    holds = valid_until is not None and now < valid_until
    found = []
    for offer in offers:
        fits = _fits(offer, asked, language)
        if fits and market in offer["markets"]:
            row = standings.get(offer["seller"]) if holds else None
            found.append(
                Hit(
                    offer=offer,
                    fits=fits,
                    factor=float(row["rank_factor"]) if row else NEUTRAL,
                    level=str(row["level"]) if row else "",
                )
            )
    return sorted(found, key=lambda hit: -hit.score)


def _fits(offer: Mapping[str, Any], asked: Sequence[str], language: str) -> float:
    """1 where every word is in the title of this language, half where it is in another's, else 0."""
    if not asked:
        return 1.0
    here = title(offer, language).casefold()
    if all(word in here for word in asked):
        return 1.0
    anywhere = " ".join(offer["title"].values()).casefold()
    return 0.5 if all(word in anywhere for word in asked) else 0.0


def title(offer: Mapping[str, Any], language: str) -> str:
    """In this language, else in English, else in any."""
    titles = offer["title"]
    return str(titles.get(language) or titles.get("en") or next(iter(titles.values())))
