"""Amendments of the shipped rules: those in force, announced, and past."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import connection

from helpdesk.archive.database.scope import everything
from helpdesk.conduct.models import Amendment as Row
from helpdesk.conduct.rules.amending import Amendment, amendment
from helpdesk.kernel import clock

FRESH_SECONDS: Final = 5.0
"""How long a process may judge by what it read last: a new rule is announced days before it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """One version; `market` is empty where it holds everywhere."""

    market: str
    number: int
    content: Amendment
    forbids: bool
    published_at: datetime
    effective_at: datetime


_known: dict[str, tuple[float, Sequence[Published]]] = {}


def published() -> Sequence[Published]:
    """All, the newest first, whoever asks: rules are no secret. One SQL statement beside the scope's."""
    with everything():
        return [_published(row) for row in Row.objects.order_by("-published_at", "-number")]


def announced(*, at: datetime) -> Sequence[Published]:
    """What will hold later, the soonest first."""
    return sorted((one for one in published() if one.effective_at > at), key=lambda one: one.effective_at)


def last_of(*, market: str) -> Row | None:
    """The newest of a market, whether it holds yet or not."""
    return Row.objects.filter(market=market).order_by("-number").first()


def amendments_in_force(*, market: str, at: datetime | None = None) -> list[tuple[str, Amendment]]:
    """Everybody's, then the market's, each with its version's name. Mostly no SQL: read anew every 5 s."""
    now = at or clock.now()
    held: dict[str, Published] = {}
    for one in _recent():
        better = one.market not in held or held[one.market].number < one.number
        if one.market in ("", market) and one.effective_at <= now and better:
            held[one.market] = one
    return [(f"{one.market or 'all'}.{one.number}", one.content) for _, one in sorted(held.items())]


def forget() -> None:
    """What was read: this process has published."""
    _known.clear()


def _recent() -> Sequence[Published]:
    name = str(connection.settings_dict["NAME"])
    read_at, found = _known.get(name, (float("-inf"), ()))
    if time.monotonic() - read_at > FRESH_SECONDS:
        found = published()
        _known[name] = (time.monotonic(), found)
    return found


def _published(row: Any) -> Published:
    return Published(
        market=row.market,
        number=row.number,
        content=amendment(row.content),
        forbids=bool(row.forbids),
        published_at=row.published_at,
        effective_at=row.effective_at,
    )
