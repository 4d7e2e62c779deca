"""The worker counts the days of shops for the desk, in a thread of its own."""

import logging
import threading
from contextlib import AbstractContextManager

from django.db import Error, connections

from helpdesk.console.beside import beside
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.refusal import Busy
from helpdesk.oversight import actions

LOOK_SECONDS = 60.0
"""How often it is asked whether an hour has gone by since days were counted."""

PAUSE_SECONDS = 5.0

_log = logging.getLogger(__name__)


def counting(*, stop: threading.Event) -> AbstractContextManager[None]:
    """Count in a thread until the block ends; of several workers one does it."""
    return beside(_loop, name="counting", stop=stop, patience=PAUSE_SECONDS + 1)


def _loop(stop: threading.Event) -> None:
    while not stop.is_set():
        stop.wait(PAUSE_SECONDS if count_once() is None else LOOK_SECONDS)


def count_once() -> int | None:
    """How many rows were counted, 0 where it was not yet time. None: the database is not to be had."""
    try:
        return actions.count_days(actor=SYSTEM, now=clock.now()) or 0
    except (Error, Busy) as error:
        _log.warning("days are not counted: %s", str(error).strip())
    except Exception:  # whatever one row has to do with it, the thread must not wait for a restart
        _log.exception("days are not counted")
    connections.close_all()
    return None
