"""The worker follows the mirror for search, in a thread of its own: an import's numbers are soon found."""

import logging
import threading
from contextlib import AbstractContextManager

from django.db import Error, connections

from helpdesk.console.beside import beside
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.refusal import Busy
from helpdesk.search import actions

LOOK_SECONDS = 1.0
"""How often it is asked whether a name or a parcel has changed; search promises two seconds."""

PAUSE_SECONDS = 5.0
AT_ONCE = 200

_log = logging.getLogger(__name__)


def refreshing(*, stop: threading.Event) -> AbstractContextManager[None]:
    """Follow in a thread until the block ends; the next worker goes on where this one stopped."""
    return beside(_loop, name="refresh", stop=stop, patience=PAUSE_SECONDS + 1)


def _loop(stop: threading.Event) -> None:
    while not stop.is_set():
        done = refresh_once()
        if done != AT_ONCE:
            stop.wait(PAUSE_SECONDS if done is None else LOOK_SECONDS)


def refresh_once() -> int | None:
    """How many pairs were looked at, at most AT_ONCE. None: the database is not to be had, or it failed."""
    try:
        return actions.refresh_names(actor=SYSTEM, now=clock.now(), limit=AT_ONCE)
    except (Error, Busy) as error:
        _log.warning("names are not refreshed: %s", str(error).strip())
    except Exception:  # whatever one name has to do with it, the thread must not wait for a restart
        _log.exception("names are not refreshed")
    connections.close_all()
    return None
