"""Run reactions: each takes the entries after its cursor, in order, and moves it with its effects."""

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from django.db import OperationalError, connection, transaction
from django.utils.module_loading import import_string

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Cursor, Parked
from helpdesk.archive.queries.numbers import last_number, numbered_after
from helpdesk.archive.terms import Numbered
from helpdesk.kernel import lines
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Busy

BATCH = 500
TRIES = 5  # of one failing entry, before it is parked for a person to look at
_PASSING = (Busy, OperationalError)  # the database is away or busy: no fault of an entry, so all wait
_BEGIN = "INSERT INTO archive_cursor (reaction, number) VALUES (%s, -1) ON CONFLICT DO NOTHING"
_log = logging.getLogger(__name__)

Reaction = Callable[..., None]


def run_reactions(*, actor: Actor, now: datetime, wiring: Mapping[str, Sequence[str]]) -> int:
    """One batch for every reaction of the wiring (entry kind -> dotted names); returns entries taken in.

    A reaction that another worker is running is left to that worker.
    """
    kinds: dict[str, list[str]] = {}
    for kind, names in wiring.items():
        for name in names:
            kinds.setdefault(name, []).append(kind)
    return sum(_run(name, of, actor, now) for name, of in kinds.items())


def _run(name: str, kinds: Sequence[str], actor: Actor, now: datetime) -> int:
    reaction: Reaction = import_string(name)
    began = time.perf_counter()
    with acting(actor):
        cursor = _claim(name)
        if cursor is None:
            return 0
        last = last_number()
        entries = numbered_after(number=cursor.number, up_to=last, kinds=kinds, limit=BATCH)
        if entries:
            _take_in(reaction, name, entries, actor, now)
        reached = entries[-1].number if len(entries) == BATCH else last
        if reached > cursor.number:
            Cursor.objects.filter(reaction=name).update(number=reached)
    if entries:
        ms = round((time.perf_counter() - began) * 1000, 1)
        lines.say("reaction", reaction=name, entries=len(entries), reached=reached, ms=ms)
    return len(entries)


def _claim(name: str) -> Cursor | None:
    with connection.cursor() as cursor:
        cursor.execute(_BEGIN, [name])
    return Cursor.objects.select_for_update(skip_locked=True).filter(reaction=name).first()


def _take_in(reaction: Reaction, name: str, entries: list[Numbered], actor: Actor, now: datetime) -> None:
    try:
        with transaction.atomic():
            reaction(actor=actor, now=now, entries=entries)
    except _PASSING:
        raise
    except Exception:
        _log.exception("reaction %s: a batch failed, its entries are taken one by one", name)
        for entry in entries:
            _take_in_alone(reaction, name, entry, actor, now)


def _take_in_alone(reaction: Reaction, name: str, entry: Numbered, actor: Actor, now: datetime) -> None:
    reason = ""
    for attempt in range(1, TRIES + 1):
        try:
            with transaction.atomic():
                reaction(actor=actor, now=now, entries=[entry])
        except _PASSING:
            raise
        except Exception as error:
            _log.exception("reaction %s: entry %d failed, attempt %d", name, entry.number, attempt)
            reason = _storable(error)
        else:
            return
    parked = {"error": reason, "parked_at": now}
    Parked.objects.update_or_create(reaction=name, number=entry.number, defaults=parked)


def _storable(error: Exception) -> str:
    """What went wrong, in ASCII: a NUL or half a character here would keep the cursor from ever moving."""
    return ascii(f"{type(error).__name__}: {error}")[1:-1][:500]
