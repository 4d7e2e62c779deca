"""The worker's daily look at the whole record, in a thread of its own: nothing waits for it."""

import logging
import threading
from contextlib import AbstractContextManager, closing

from django.conf import settings
from django.db import Error, connections

from helpdesk.console.beside import beside
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.refusal import Busy
from helpdesk.oversight import actions
from helpdesk.oversight.terms import Verified

LOOK_SECONDS = 600.0
"""How often the worker asks whether a look is due: once a day it is."""

PATIENCE_SECONDS = 5.0  # between two steps of a look

_log = logging.getLogger(__name__)


def watching(*, stop: threading.Event) -> AbstractContextManager[None]:
    """Look in a thread until the block ends; a look under way is given up."""
    return beside(_watch, name="watch", stop=stop, patience=PATIENCE_SECONDS)


def _watch(stop: threading.Event) -> None:
    while not stop.is_set():
        look_once(stop=stop)
        stop.wait(LOOK_SECONDS)


def look_once(*, stop: threading.Event) -> Verified | None:
    """The result, where a look was due and came to its end."""
    try:
        return _look(stop)
    except Busy:  # somebody is verifying on this node: that look counts
        return None
    except Error as error:
        _log.warning("the record is not verified: %s", str(error).strip())
    except Exception:  # the next look is tried all the same
        _log.exception("the record is not verified")
    connections.close_all()
    return None


def _look(stop: threading.Event) -> Verified | None:
    mirrors = settings.HELPDESK_MIRRORS
    with closing(actions.verify_daily(actor=SYSTEM, now=clock.now(), mirrors=mirrors)) as looking:
        for step in looking:
            if stop.is_set():
                return None
            if isinstance(step, Verified):
                _tell(step)
                return step
    return None


def _tell(verified: Verified) -> None:
    if verified.findings:
        _log.error("the record is not as it was sealed: %d findings", verified.findings)
    else:
        _log.info("the record is as it was sealed: %d entries", verified.entries)
