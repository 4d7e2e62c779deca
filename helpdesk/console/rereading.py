"""The worker reads old messages again, in a thread of its own: trials first: somebody waits for them."""

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
"""How often it is asked whether something is to be read: whoever wants to try rules looks at the page."""

BREATH_SECONDS = 0.05
"""Between two steps: nothing that people wait for has to wait for old messages."""

PAUSE_SECONDS = 5.0

_log = logging.getLogger(__name__)


def rereading(*, stop: threading.Event) -> AbstractContextManager[None]:
    """Read in a thread until the block ends; the next worker goes on where this one stopped."""
    return beside(_loop, name="reread", stop=stop, patience=PAUSE_SECONDS + 1)


def _loop(stop: threading.Event) -> None:
    while not stop.is_set():
        done = reread_once()
        stop.wait(PAUSE_SECONDS if done is None else BREATH_SECONDS if done else LOOK_SECONDS)


def reread_once() -> int | None:
    """How many messages were read, in one step. None: the database is not to be had, or something failed."""
    try:
        now = clock.now()
        return actions.try_rules(actor=SYSTEM, now=now) or actions.rescan(actor=SYSTEM, now=now)
    except (Error, Busy) as error:
        _log.warning("old messages are not read: %s", str(error).strip())
    except Exception:  # whatever one message has to do with it, the thread must not wait for a restart
        _log.exception("old messages are not read")
    connections.close_all()
    return None
