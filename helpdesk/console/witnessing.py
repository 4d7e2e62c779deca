"""The worker's witnesses, each in a thread of its own: one that is silent holds up neither log nor others."""

import logging
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial

from django.conf import settings
from django.db import Error, connections

from helpdesk.archive import actions as archive
from helpdesk.console.beside import beside
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.tlog.refusals import Refused

LOOK_SECONDS = 10.0
"""How often a witness is shown the newest checkpoint, where there is a newer one."""

PAUSES_SECONDS = (10.0, 30.0, 60.0, 300.0, 600.0)
"""After a failure."""

PATIENCE_SECONDS = 5.0

_log = logging.getLogger(__name__)


@contextmanager
def witnessing(*, stop: threading.Event) -> Iterator[None]:
    """Ask in threads until the block ends; a request under way is given up."""
    with ExitStack() as threads:
        for each in settings.HELPDESK.witnesses:
            ask = partial(_ask, url=each.url, vkey=each.key)
            threads.enter_context(beside(ask, name="witness", stop=stop, patience=PATIENCE_SECONDS))
        threads.callback(stop.set)  # first of all: they end at once, not one after the other
        yield


def _ask(stop: threading.Event, url: str, vkey: str) -> None:
    failures = 0
    while not stop.is_set():
        if ask_once(url=url, vkey=vkey):
            failures = 0
            stop.wait(LOOK_SECONDS)
        else:
            stop.wait(PAUSES_SECONDS[min(failures, len(PAUSES_SECONDS) - 1)])
            failures += 1


def ask_once(*, url: str, vkey: str) -> bool:
    """Whether the witness has cosigned the newest checkpoint."""
    try:
        return archive.ask_witness(actor=SYSTEM, now=clock.now(), url=url, vkey=vkey)
    except (Refused, OSError, Error) as error:  # of our own folder or database
        _log.warning("no witness is asked: %s", str(error).strip())
    except Exception:  # nothing may end the thread: a log without its witness looks witnessed
        _log.exception("no witness is asked")
    connections.close_all()
    return False
