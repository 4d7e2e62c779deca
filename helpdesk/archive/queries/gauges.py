"""What a monitor reads of the Archive: what waits for its number, and how far the reactions are."""

from datetime import datetime
from uuid import UUID

from django.db import connection, connections

from helpdesk.archive.database.scope import everything
from helpdesk.kernel.gauge import Gauge

_WAITING = """
    SELECT (SELECT count(*) FROM archive_pending),
           (SELECT entry_id FROM archive_pending ORDER BY entry_id LIMIT 1)
"""
_REACTIONS = """
    SELECT c.reaction, greatest(last.number - c.number, 0),
           (SELECT count(*) FROM archive_parked p WHERE p.reaction = c.reaction)
    FROM archive_cursor c, (SELECT coalesce(max(number), -1) AS number FROM archive_number) last ORDER BY 1
"""
_MILLISECONDS = 80  # bits of a UUIDv7 behind its instant


def waiting_gauges_for_system(*, now: datetime) -> list[Gauge]:
    """How many entries wait for their number, and the age of the oldest in seconds. One SQL statement."""
    waiting, age = oldest_unnumbered(now=now)
    return [
        Gauge(name="helpdesk_entries_unnumbered", says="Entries that wait for their number", value=waiting),
        Gauge(
            name="helpdesk_sequencer_lag_seconds",
            says="Age of the oldest entry that waits for its number",
            value=age,
        ),
    ]


def oldest_unnumbered(*, now: datetime) -> tuple[int, float]:
    """How many entries wait for their number, and since how many seconds the oldest does. One SQL statement,
    by the auditor, on a connection that is not kept: it is asked seldom.
    """
    try:
        with connections["auditor"].cursor() as cursor:
            cursor.execute(_WAITING)
            waiting, oldest = cursor.fetchone()
    finally:
        connections["auditor"].close()
    return int(waiting), _age(oldest, now)


def reaction_gauges_for_system(*, now: datetime) -> list[Gauge]:  # noqa: ARG001 - as all that a scrape asks
    """How many entries each reaction is behind, and how many it has parked. One SQL statement beside the
    scope's.
    """
    with everything(), connection.cursor() as cursor:
        cursor.execute(_REACTIONS)
        rows = cursor.fetchall()
    behind, parked = "Entries that a reaction has yet to take in", "Entries that a reaction could not take in"
    return [
        gauge
        for name, lag, given_up in rows
        for gauge in (
            Gauge(
                name="helpdesk_reaction_lag_entries",
                says=behind,
                value=lag,
                labels={"reaction": _short(name)},
            ),
            Gauge(
                name="helpdesk_reaction_parked_entries",
                says=parked,
                value=given_up,
                labels={"reaction": _short(name)},
            ),
        )
    ]


def _age(entry: UUID | None, now: datetime) -> float:
    """Seconds since its id was made."""
    return max(0.0, now.timestamp() - (entry.int >> _MILLISECONDS) / 1000) if entry else 0.0


def _short(name: str) -> str:
    """As in "search.on_case_or_erased"."""
    parts = name.split(".")
    return f"{parts[1]}.{parts[-1]}" if len(parts) > 2 else name
