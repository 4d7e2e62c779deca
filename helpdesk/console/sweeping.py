"""The worker's sweep of clocks, agreed days and cases, in its own thread: sequencing does not wait for it."""

import logging
import threading
from contextlib import AbstractContextManager
from datetime import timedelta

from django.db import Error, connections

from helpdesk.agreements import actions as agreements
from helpdesk.archive.queries import clock_offset
from helpdesk.cases import actions as cases
from helpdesk.console.beside import beside
from helpdesk.deadlines import actions
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM

SWEEP_SECONDS = 1.0
"""How often clocks are looked at when there is nothing to do; warnings and misses are minutes apart."""

AT_ONCE = 200
"""Clocks of one look. Each takes some milliseconds, and entries must be stored soon after they are judged."""

TRUSTED_OFFSET = timedelta(seconds=1)
PAUSE_SECONDS = 5.0

_log = logging.getLogger(__name__)


def sweeping(*, stop: threading.Event) -> AbstractContextManager[None]:
    """Sweep in a thread until the block ends."""
    return beside(_sweep, name="sweep", stop=stop, patience=PAUSE_SECONDS + 1)


def _sweep(stop: threading.Event) -> None:
    while not stop.is_set():
        if not (done := sweep_once()):
            stop.wait(PAUSE_SECONDS if done is None else SWEEP_SECONDS)


def sweep_once() -> int | None:
    """How many clocks were looked after. None: the database, or this machine's clock, is not to be had."""
    try:
        if not is_clock_trusted():
            return None
        done = actions.sweep(actor=SYSTEM, now=clock.now(), limit=AT_ONCE)
        done += agreements.remind(actor=SYSTEM, now=clock.now(), limit=AT_ONCE)
        done += cases.note_scans(actor=SYSTEM, now=clock.now(), limit=AT_ONCE)
        done += cases.note_refunds(actor=SYSTEM, now=clock.now(), limit=AT_ONCE)
        return done + cases.sweep_cases(actor=SYSTEM, now=clock.now(), limit=AT_ONCE)
    except Error as error:
        _log.warning("clocks are not swept: %s", str(error).strip())
    except Exception:  # whatever one clock has to do with it, the others must not wait for a restart
        _log.exception("clocks are not swept")
    connections.close_all()
    return None


def is_clock_trusted() -> bool:
    """Whether this machine's clock is the database's, within a second: else nothing is booked as missed."""
    offset = clock_offset()
    if abs(offset) <= TRUSTED_OFFSET:
        return True
    _log.error(
        "clocks are not swept: this machine's own is %+.1f s off the database's", offset.total_seconds()
    )
    return False
