"""The worker's publishing of the log, in a thread of its own: numbering does not wait for a slow disk."""

import logging
import threading
from contextlib import AbstractContextManager

from django.db import Error, connections

from helpdesk.archive import actions as archive
from helpdesk.console.beside import beside
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM

LOOK_SECONDS = 0.1
"""How often the publisher looks for new numbers: an entry is to be under a checkpoint within 2 s."""

PAUSES_SECONDS = (0.5, 1.0, 2.0, 5.0, 10.0)
"""After a failure: a full disk is not to be asked ten times a second."""

_log = logging.getLogger(__name__)


def publishing(*, stop: threading.Event) -> AbstractContextManager[None]:
    """Publish in a thread until the block ends."""
    return beside(_publish, name="publish", stop=stop, patience=PAUSES_SECONDS[-1])


def _publish(stop: threading.Event) -> None:
    failures = 0
    while not stop.is_set():
        if publish_once():
            failures = 0
            stop.wait(LOOK_SECONDS)
        else:
            stop.wait(PAUSES_SECONDS[min(failures, len(PAUSES_SECONDS) - 1)])
            failures += 1


def publish_once() -> bool:
    """One step. False: the database or the disk is not to be had; the next step begins where this one did."""
    try:
        archive.publish_log(actor=SYSTEM, now=clock.now())
        return True
    except Error as error:
        _log.warning("the log is not published: %s", str(error).strip())
    except OSError as error:  # no space, a broken disk: entries are taken and numbered all the same
        _log.error("the log is not published: %s", error)
    except Exception:  # nothing may end the thread: a worker that numbers and never signs looks alive
        _log.exception("the log is not published")
    connections.close_all()
    return False
