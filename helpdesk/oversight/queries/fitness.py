"""Is this installation fit to serve? The same looks for monitors, for `serve` and for `helpdesk doctor`."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from django.core.files.storage import storages
from django.db import Error, connections
from django.db.migrations.executor import MigrationExecutor

from helpdesk.archive import queries as archive
from helpdesk.kernel.refusal import Busy, Conflict

MAX_OFFSET = timedelta(seconds=1)  # a node whose clock is further off the database's must not serve
LATE_SECONDS = 60.0  # an entry that waits longer for its number: no worker numbers
LEAST_FREE = 1_000_000_000  # bytes on the disk of the attachments


class State(StrEnum):
    """Fit; worth an alarm, while people can work; or not fit to serve."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What was looked at, how it is, and a code of what is wrong; never a secret, a path or a name."""

    name: str
    state: State
    why: str = ""


_current: set[str] = set()  # databases that were found to be of this release: that only ever changes by us


def fitness_for_system(*, now: datetime) -> list[Check]:
    """All checks, the gravest first; without a database there is nothing else to look at.

    Six SQL statements at most beside the scopes' and, once in a process, those that list migrations.
    """
    found = [_checked("database", _database)]
    if found[0].state is State.OK:
        looks = (
            ("migrations", _migrations),
            ("clock", _clock),
            ("sequencer", lambda: _sequencer(now)),
            ("guard", _guard),
        )
        found += [_checked(name, look) for name, look in looks]
    return [*found, _checked("attachments", attachments)]


def _checked(name: str, look: Callable[[], tuple[State, str]]) -> Check:
    try:
        state, why = look()
    except (Error, Busy):
        state, why = State.FAILED, "no_answer"
    return Check(name=name, state=state, why=why)


def _database() -> tuple[State, str]:
    return (State.OK, "") if archive.current_log() is not None else (State.FAILED, "log_not_begun")


def _migrations() -> tuple[State, str]:
    owner = connections["owner"]  # only the owner of the tables sees the list
    database = str(owner.settings_dict["NAME"])
    if database in _current:
        return State.OK, ""
    try:
        executor = MigrationExecutor(owner)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return State.FAILED, "behind"
    finally:
        owner.close()
    _current.add(database)
    return State.OK, ""


def _clock() -> tuple[State, str]:
    return (State.FAILED, "off") if abs(archive.clock_offset()) > MAX_OFFSET else (State.OK, "")


def _sequencer(now: datetime) -> tuple[State, str]:
    """Entries are taken and wait: a worker that is away makes things late, and nothing wrong."""
    _, age = archive.oldest_unnumbered(now=now)
    return (State.WARNING, "late") if age > LATE_SECONDS else (State.OK, "")


def _guard() -> tuple[State, str]:
    """Pages are fit to serve even if the log may not be signed."""
    try:
        refusal = archive.log_refusal()
    except Conflict:
        return State.WARNING, "log_not_begun"
    return (State.OK, "") if refusal is None else (State.WARNING, refusal.code)


def attachments() -> tuple[State, str]:
    """Of a bucket nothing is asked here; a folder is made with the first file."""
    place = getattr(storages["attachments"], "location", None)
    if place is None or not Path(place).is_absolute():
        return State.OK, ""
    folder = next(iter(_standing(Path(place))))
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return State.WARNING, "unreadable"
    return (State.WARNING, "nearly_full") if free < LEAST_FREE else (State.OK, "")


def _standing(path: Path) -> Iterator[Path]:
    """The folder, or the nearest one above it that is there."""
    yield from (each for each in (path, *path.parents) if each.exists())
