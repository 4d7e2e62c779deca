"""The worker's exports: what people asked for is made within seconds, and goes when its time is over."""

import logging
import threading
from contextlib import AbstractContextManager

from django.db import Error, connections

from helpdesk.console.beside import beside
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.refusal import Busy
from helpdesk.takeout import actions
from helpdesk.takeout.words import WORDING

LOOK_SECONDS = 2.0
PAUSE_SECONDS = 10.0

_log = logging.getLogger(__name__)


def exporting(*, stop: threading.Event) -> AbstractContextManager[None]:
    """Export in a thread until the block ends."""
    return beside(_export, name="exports", stop=stop, patience=PAUSE_SECONDS + 1)


def _export(stop: threading.Event) -> None:
    while not stop.is_set():
        done = export_once()
        if not done:
            stop.wait(PAUSE_SECONDS if done is None else LOOK_SECONDS)


def export_once() -> int | None:
    """How many were made and removed. None: something cannot be had."""
    try:
        removed = actions.remove_exports(actor=SYSTEM, now=clock.now())
        return removed + actions.make_export(actor=SYSTEM, now=clock.now(), wording=WORDING)
    except (Error, Busy, OSError) as error:
        _log.warning("nothing is exported: %s", str(error).strip())
    except Exception:  # whatever one export has to do with it, the others must not wait for a restart
        _log.exception("nothing is exported")
    connections.close_all()
    return None
