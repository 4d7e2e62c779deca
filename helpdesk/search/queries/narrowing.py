"""What a text asks for, for a room above that has a look of its own into the index."""

from dataclasses import dataclass
from datetime import datetime

from helpdesk.search import rules
from helpdesk.search.queries.matching import midnight


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """A finished question (`query` is a tsquery) and what narrows it; instants in UTC, half-open."""

    query: str
    market: str | None
    since: datetime | None
    until: datetime | None
    side: str | None
    has_file: bool


def narrowed(*, text: str, zone: str, forgiving: bool) -> Narrowed:
    """Days are those of `zone` (IANA). `forgiving`: words with one slip count, too."""
    asked = rules.asked_in(text)
    kept = asked.filters
    return Narrowed(
        query=rules.query(asked, forgiving=forgiving),
        market=kept.market,
        since=midnight(kept.since, zone),
        until=midnight(kept.until, zone),
        side=kept.side,
        has_file=kept.has_file,
    )


def asks_for_something(*, text: str) -> bool:
    """Whether a word is left once the filters are taken out."""
    return bool(rules.query(rules.asked_in(text)))
