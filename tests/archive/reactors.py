"""Reactions for tests, named in a wiring by their dotted names."""

from collections.abc import Callable, Sequence
from datetime import datetime

from helpdesk.archive.models import Parked
from helpdesk.archive.terms import Numbered
from helpdesk.kernel.actor import Actor

seen: dict[str, list[list[int]]] = {}
moods: dict[str, Callable[[Numbered], None]] = {}


def first(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """Takes everything in, unless its mood says otherwise."""
    _take_in("first", entries, now)


def second(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """Another one, with a cursor of its own."""
    _take_in("second", entries, now)


def _take_in(name: str, entries: Sequence[Numbered], now: datetime) -> None:
    seen.setdefault(name, []).append([entry.number for entry in entries])
    for entry in entries:
        _leave_an_effect(name, entry, now)
        if mood := moods.get(name):
            mood(entry)


def _leave_an_effect(name: str, entry: Numbered, now: datetime) -> None:
    """A row in the reaction's transaction; any table that the system may write would do."""
    Parked.objects.create(reaction=f"effect of {name}", number=entry.number, error="", parked_at=now)
