"""The worker's translations, in a thread of its own: a slow engine holds up nothing but translations."""

import logging
import threading
from contextlib import AbstractContextManager, nullcontext
from functools import partial

from django.conf import settings
from django.db import Error, connections

from helpdesk.console.beside import beside
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.translations import actions
from helpdesk.translations.terms import Engine, NotMade

LOOK_SECONDS = 1.0
"""How often requests are looked for when there are none; somebody waits at a page."""

PAUSE_SECONDS = 5.0

_log = logging.getLogger(__name__)


def translating(*, stop: threading.Event) -> AbstractContextManager[object]:
    """Translate in a thread until the block ends, where there is an engine. Any number of workers may."""
    engine: Engine | None = settings.HELPDESK.engine
    if engine is None:
        return nullcontext()
    return beside(partial(_loop, engine=engine), name="translate", stop=stop, patience=PAUSE_SECONDS + 1)


def _loop(stop: threading.Event, *, engine: Engine) -> None:
    while not stop.is_set():
        if not (done := translate_once(engine=engine)):
            stop.wait(PAUSE_SECONDS if done is None else LOOK_SECONDS)


def translate_once(*, engine: Engine) -> int | None:
    """How many were taken up, at most one. None: the database or the engine is away."""
    try:
        taken = actions.take_up_translations(actor=SYSTEM, now=clock.now(), limit=1)
        for due in taken:
            actions.translate(actor=SYSTEM, now=clock.now(), due=due, engine=engine)
    except NotMade as error:
        _log.warning("nothing was translated: %s", error)
        return None
    except Error as error:
        _log.warning("nothing is translated: %s", str(error).strip())
        connections.close_all()
        return None
    except Exception:  # the one in hand comes again when its lease is over, the others go on
        _log.exception("nothing is translated")
        return None
    return len(taken)
