"""The worker's standing: a snapshot a day, what of it is news, what tracks ask for, what removals leave."""

import logging
import threading
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta

from django.db import Error, connections

from helpdesk.console.beside import beside
from helpdesk.enforcement import actions as enforcement
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.refusal import Busy
from helpdesk.standing import actions

LOOK_SECONDS = 60.0
"""How often is looked: a new seller has a place within the minute, a day is counted once."""

PAUSE_SECONDS = 5.0
SETTLED = timedelta(minutes=5)
"""After midnight UTC, what was done before it has its number."""

COUNTED_AT_ONCE = 500
PUBLISHED_AT_ONCE = 50
"""Sellers of one transaction: an entry must be stored within seconds of its instant."""

_log = logging.getLogger(__name__)


def rating(*, stop: threading.Event) -> AbstractContextManager[None]:
    """Rate in a thread until the block ends; whoever comes next goes on where this one stopped."""
    return beside(_loop, name="standing", stop=stop, patience=PAUSE_SECONDS + 1)


def _loop(stop: threading.Event) -> None:
    while not stop.is_set():
        done = rate_once()
        if not done:
            stop.wait(PAUSE_SECONDS if done is None else LOOK_SECONDS)


def rate_once() -> int | None:
    """How many sellers were counted or published. None: the database is not to be had, or it failed."""
    try:
        now = clock.now()
        actions.publish_weights(actor=SYSTEM, now=now)
        done = actions.note_sellers(actor=SYSTEM, now=now, limit=COUNTED_AT_ONCE)
        done += (
            actions.take_snapshots(actor=SYSTEM, now=now, on=last_day(now=now), limit=COUNTED_AT_ONCE) or 0
        )
        done += actions.publish_standings(actor=SYSTEM, now=clock.now(), limit=PUBLISHED_AT_ONCE)
        enforcement.publish_tracks(actor=SYSTEM, now=clock.now())
        done += enforcement.propose_measures(actor=SYSTEM, now=clock.now(), limit=PUBLISHED_AT_ONCE)
        return done + enforcement.hand_over_cases(actor=SYSTEM, now=clock.now(), limit=PUBLISHED_AT_ONCE)
    except (Error, Busy) as error:
        _log.warning("standings are not counted: %s", str(error).strip())
    except Exception:  # whatever one seller has to do with it, the thread must not wait for a restart
        _log.exception("standings are not counted")
    connections.close_all()
    return None


def last_day(*, now: datetime) -> date:
    """The last UTC day that is over and settled."""
    return (now - SETTLED).date() - timedelta(days=1)
