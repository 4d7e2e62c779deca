"""The worker's retention: erasures are carried out within seconds, periods are looked at once a day."""

import logging
import threading
import time
from contextlib import AbstractContextManager

from django.db import Error, connections

from helpdesk.accounts import actions as accounts
from helpdesk.console.beside import beside
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.refusal import Busy
from helpdesk.retention import actions

LOOK_SECONDS = 1.0
"""How often orders to erase are looked for: two people decided, and nobody waits for the night."""

DAY_SECONDS = 86_400.0
PAUSE_SECONDS = 5.0

_log = logging.getLogger(__name__)


def retaining(*, stop: threading.Event) -> AbstractContextManager[None]:
    """Retain in a thread until the block ends."""
    return beside(_retain, name="retention", stop=stop, patience=PAUSE_SECONDS + 1)


def _retain(stop: threading.Event) -> None:
    look_at = 0.0  # monotonic: the next look at the periods, which goes on until nothing is left
    while not stop.is_set():
        done = retain_once(look=time.monotonic() >= look_at)
        if done == 0 and time.monotonic() >= look_at:
            look_at = time.monotonic() + DAY_SECONDS
        if not done:
            stop.wait(PAUSE_SECONDS if done is None else LOOK_SECONDS)


def retain_once(*, look: bool) -> int | None:
    """How much was ordered (with `look`) and carried out. None: database or storage are not to be had."""
    try:
        done = actions.retain(actor=SYSTEM, now=clock.now()) if look else 0
        if look:
            accounts.sweep_credentials(actor=SYSTEM, now=clock.now())
        return done + actions.carry_out(actor=SYSTEM, now=clock.now())
    except (Error, Busy) as error:
        _log.warning("nothing is erased: %s", str(error).strip())
    except Exception:  # whatever one thread has to do with it, the others must not wait for a restart
        _log.exception("nothing is erased")
    connections.close_all()
    return None
