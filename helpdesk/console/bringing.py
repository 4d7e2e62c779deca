"""The worker's imports of threads: what was handed in is tried, and taken in when somebody says so."""

import logging
import threading
from contextlib import AbstractContextManager

from django.db import Error, connections

from helpdesk.console.beside import beside
from helpdesk.conversations import actions
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.refusal import Busy

LOOK_SECONDS = 2.0
PAUSE_SECONDS = 10.0

_log = logging.getLogger(__name__)


def bringing(*, stop: threading.Event) -> AbstractContextManager[None]:
    """Import in a thread until the block ends; one under way stops behind the thread of messages in hand."""
    return beside(_bring, name="imports", stop=stop, patience=PAUSE_SECONDS + 1)


def _bring(stop: threading.Event) -> None:
    while not stop.is_set():
        done = bring_once(stop)
        if not done:
            stop.wait(PAUSE_SECONDS if done is None else LOOK_SECONDS)


def bring_once(stop: threading.Event) -> int | None:
    """How many were tried, taken in or cleared away. None: something cannot be had."""
    try:
        return actions.work_on_imports(actor=SYSTEM, now=clock.now(), stop=stop.is_set)
    except (Error, Busy, OSError) as error:
        _log.warning("nothing is imported: %s", str(error).strip())
    except Exception:  # whatever one import has to do with it, the others must not wait for a restart
        _log.exception("nothing is imported")
    connections.close_all()
    return None
