"""The worker's daily stamp of the log, in a thread of its own: a silent authority holds up nobody."""

import logging
import threading
from contextlib import AbstractContextManager, nullcontext

from django.conf import settings
from django.db import Error, connections

from helpdesk.archive import actions as archive
from helpdesk.console.beside import beside
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.tlog.refusals import Refused

LOOK_SECONDS = 600.0
"""How often the worker asks whether a stamp is due, and so tries again after a failure."""

PATIENCE_SECONDS = 5.0

_log = logging.getLogger(__name__)


def stamping(*, stop: threading.Event) -> AbstractContextManager[None]:
    """Stamp in a thread until the block ends, where an authority is set."""
    if not settings.HELPDESK.timestamp_url:
        return nullcontext()
    return beside(_stamp, name="stamp", stop=stop, patience=PATIENCE_SECONDS)


def _stamp(stop: threading.Event) -> None:
    while not stop.is_set():
        stamp_once()
        stop.wait(LOOK_SECONDS)


def stamp_once() -> bool:
    """Whether a stamp was taken."""
    try:
        return archive.stamp_checkpoint(actor=SYSTEM, now=clock.now()) is not None
    except (archive.Unstamped, Refused, OSError, Error) as error:
        _log.error("the log is not time-stamped: %s", str(error).strip())
    except Exception:  # the next look is tried all the same
        _log.exception("the log is not time-stamped")
    connections.close_all()
    return False
