"""Amendments of the shipped rules: those in force, announced, and past."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.db import connection

from helpdesk.archive.database.scope import acting, everything
from helpdesk.conduct.models import Amendment as Row
from helpdesk.conduct.rules.amending import NOTICE_DAYS, Amendment, BadAmendment, amendment, together
from helpdesk.conduct.rules.announcing import Prohibition, new_prohibitions
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Invalid

FRESH_SECONDS: Final = 5.0
"""How long a process may judge by what it read last: a new rule is announced days before it holds."""

EVERYWHERE: Final = ""
_NOTHING: Final = Amendment()
_A_MOMENT: Final = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """One version; `market` is empty where it holds everywhere."""

    market: str
    number: int
    content: Amendment
    forbids: bool
    published_at: datetime
    effective_at: datetime
    published_by: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """A version that does not hold yet, with what it forbids beyond what holds until then."""

    version: Published
    prohibitions: Sequence[Prohibition]


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """What publishing would do: what it forbids more, and the earliest instant from which it may hold.

    `number` is the market's last version, 0: none. An instant that lies `now` means at once.
    """

    number: int
    prohibitions: Sequence[Prohibition]
    earliest: datetime


_known: dict[str, tuple[float, Sequence[Published]]] = {}


def published() -> Sequence[Published]:
    """All, the newest first, whoever asks: rules are no secret. One SQL statement beside the scope's.

    What is judged by in the next 5 s is this reading, too.
    """
    with everything():
        found = [_published(row) for row in Row.objects.order_by("-published_at", "-number")]
    _known[str(connection.settings_dict["NAME"])] = (time.monotonic(), found)
    return found


def announced(*, at: datetime) -> Sequence[Announced]:
    """What will hold later and forbids more than what holds until then, the soonest first.

    Versions that another one replaces before they hold are left out. Mostly no SQL: read anew every 5 s.
    """
    versions = _recent()
    coming = sorted((one for one in versions if one.effective_at > at), key=lambda one: one.effective_at)
    found = [
        Announced(version=one, prohibitions=_beyond(versions, one))
        for one in coming
        if _held(versions, one.market, one.effective_at) is one
    ]
    return [one for one in found if one.prohibitions]


def coming(*, at: datetime) -> Sequence[Published]:
    """Every version that does not hold yet, whatever it says, the soonest first. Mostly no SQL."""
    return sorted((one for one in _recent() if one.effective_at > at), key=lambda one: one.effective_at)


def held(*, at: datetime) -> Mapping[str, Published]:
    """By market, the version that holds at an instant. Mostly no SQL."""
    versions = _recent()
    found = {one.market: _held(versions, one.market, at) for one in versions}
    return {market: one for market, one in sorted(found.items()) if one is not None}


def foreseen(*, market: str, content: Amendment, now: datetime) -> Foreseen:
    """Of an amendment that nobody has published. One SQL statement, in the present scope or beside it."""
    last = last_of(market=market)
    earlier = amendment(last.content) if last else _NOTHING
    prohibitions = new_prohibitions(before=_in(market, earlier, now), after=_in(market, content, now))
    earliest = now + timedelta(days=NOTICE_DAYS) if prohibitions else now
    if last is not None:
        earliest = max(earliest, last.effective_at)
    return Foreseen(number=last.number if last else 0, prohibitions=prohibitions, earliest=earliest)


def foreseen_for(*, actor: Actor, market: str, content: Amendment, now: datetime) -> Foreseen:
    """The same, in the actor's scope."""
    with acting(actor):
        return foreseen(market=market, content=content, now=now)


def _in(market: str, own: Amendment, at: datetime) -> Amendment:
    """What holds in a market with its own amendment."""
    if market == EVERYWHERE:
        return own
    everywhere = _held(_recent(), EVERYWHERE, at)
    return together(everywhere=everywhere.content if everywhere else _NOTHING, here=own)


def _beyond(versions: Sequence[Published], one: Published) -> Sequence[Prohibition]:
    """What a version forbids beyond the one that it replaces."""
    start = one.effective_at
    before = _held(versions, one.market, start - _A_MOMENT)
    was = before.content if before else _NOTHING
    return new_prohibitions(before=_in(one.market, was, start), after=_in(one.market, one.content, start))


def _held(versions: Sequence[Published], market: str, at: datetime) -> Published | None:
    """The latest version of a market that holds at an instant."""
    found = (one for one in versions if one.market == market and one.effective_at <= at)
    return max(found, key=lambda one: one.number, default=None)


def read_amendment(*, content: Mapping[str, Any]) -> Amendment:
    """What was typed, understood. Raises Invalid with the field that was not."""
    try:
        return amendment(content)
    except BadAmendment as error:
        raise Invalid(error.code, field=error.field, about=error.about) from error


def last_of(*, market: str) -> Row | None:
    """The newest of a market, whether it holds yet or not."""
    return Row.objects.filter(market=market).order_by("-number").first()


def amendments_in_force(*, market: str, at: datetime | None = None) -> list[tuple[str, Amendment]]:
    """Everybody's, then the market's, each with its version's name. Mostly no SQL: read anew every 5 s."""
    now, versions = at or clock.now(), _recent()
    found = [_held(versions, place, now) for place in dict.fromkeys((EVERYWHERE, market))]
    return [(name_of(market=one.market, number=one.number), one.content) for one in found if one]


def name_of(*, market: str, number: int) -> str:
    """A version as packs and verdicts name it."""
    return f"{market or 'all'}.{number}"


def forget() -> None:
    """What was read: this process has published."""
    _known.clear()


def _recent() -> Sequence[Published]:
    name = str(connection.settings_dict["NAME"])
    read_at, found = _known.get(name, (float("-inf"), ()))
    if time.monotonic() - read_at > FRESH_SECONDS:
        return published()
    return found


def _published(row: Any) -> Published:
    return Published(
        market=row.market,
        number=row.number,
        content=amendment(row.content),
        forbids=bool(row.forbids),
        published_at=row.published_at,
        effective_at=row.effective_at,
        published_by=row.published_by,
    )
