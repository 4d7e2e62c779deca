"""The worker's webhooks: requests in threads of their own, so that a slow receiver holds up nobody else's."""

import logging
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from uuid import UUID

from django.conf import settings
from django.db import Error, connections

from helpdesk.console.beside import beside
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.refusal import Busy
from helpdesk.notifications import actions as notifications
from helpdesk.outsiders.guarding import Shut, addresses_of, target_of
from helpdesk.outsiders.knocking import Failure, post
from helpdesk.webhooks import actions, queries
from helpdesk.webhooks.terms import MOST_READ, SECONDS, Due, Outcome, Trouble

AT_ONCE = 16
"""Requests under way in one worker."""

LOOK_SECONDS = 0.5
"""How often deliveries are looked for when none is due, and no request has ended."""

PAUSE_SECONDS = 5.0
SWEEP_SECONDS = 60.0
"""How often failing endpoints, and deliveries that were given up or are old, are looked for."""

AT_A_TIME = 500

_log = logging.getLogger(__name__)


def delivering(*, stop: threading.Event) -> AbstractContextManager[None]:
    """Send what is due in threads until the block ends. Any number of workers may."""
    return beside(_loop, name="webhooks", stop=stop, patience=SECONDS + 1)


def _loop(stop: threading.Event) -> None:
    swept = 0.0
    with Senders() as senders:
        while not stop.is_set():
            if clock.now().timestamp() - swept >= SWEEP_SECONDS and sweep_once():
                swept = clock.now().timestamp()
            if (taken := senders.take_once()) is None:
                stop.wait(PAUSE_SECONDS)
            elif not taken:
                connections["default"].close()  # back to the pool, for the others
                senders.wait_for_one(seconds=LOOK_SECONDS)


def sweep_once() -> bool:
    """Pause what took nothing for days, tell whose events were given up, drop what was done with long ago.

    False: there is more to drop, and requests may leave first.
    """
    dropped = 0
    try:
        while actions.pause_failing(actor=SYSTEM, now=clock.now()):
            _log.warning("a webhook took nothing for days and is paused")
        given_up = queries.given_up_for_system(now=clock.now())
        notifications.tell_of_given_up(actor=SYSTEM, now=clock.now(), webhooks=given_up)
        dropped = actions.drop_old_deliveries(actor=SYSTEM, now=clock.now(), limit=AT_A_TIME)
    except (Error, Busy) as error:
        _log.warning("no webhook is swept: %s", str(error).strip())
        connections.close_all()
    except Exception:
        _log.exception("no webhook is swept")
    return dropped < AT_A_TIME


class Senders:
    """Requests under way, counted by endpoint: one that is slow has its few threads and no more."""

    def __init__(self, *, at_once: int = AT_ONCE) -> None:
        self._at_once, self._lock, self._in_hand = at_once, threading.Condition(), Counter[UUID]()
        self._ended = threading.Event()
        self._pool = ThreadPoolExecutor(at_once, thread_name_prefix="webhook")

    def __enter__(self) -> "Senders":
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    def take_once(self) -> int | None:
        """How many requests were begun. None: the database is away."""
        self._ended.clear()
        with self._lock:
            in_hand = dict(self._in_hand)
        free = self._at_once - sum(in_hand.values())
        if free <= 0:
            return 0
        try:
            taken = actions.take_up_deliveries(actor=SYSTEM, now=clock.now(), limit=free, in_hand=in_hand)
        except (Error, Busy) as error:
            _log.warning("no webhook is sent: %s", str(error).strip())
            connections.close_all()
            return None
        except Exception:
            _log.exception("no webhook is sent")
            return None
        with self._lock:
            self._in_hand.update(due.webhook for due in taken)
        for due in taken:
            self._pool.submit(self._deliver, due)
        return len(taken)

    def wait_for_one(self, *, seconds: float) -> bool:
        """Until a request has ended since the last look, which lets the next one of its endpoint go."""
        return self._ended.wait(seconds)

    def wait(self, *, seconds: float) -> bool:
        """Until nothing is under way any more; False: it took longer."""
        with self._lock:
            return self._lock.wait_for(lambda: not self._in_hand.total(), seconds)

    def _deliver(self, due: Due) -> None:
        """Nothing may be lost with a thread: what fails here comes again when its lease is over."""
        try:
            outcome = send(due=due)
            actions.note_outcome(actor=SYSTEM, now=clock.now(), due=due, outcome=outcome)
        except Exception:
            _log.exception("a webhook's outcome is not noted")
        finally:
            connections["default"].close()  # back to the pool, for the others
            with self._lock:
                self._in_hand[due.webhook] -= 1
                self._in_hand += Counter()  # those that are zero go
                self._lock.notify_all()
            self._ended.set()


def send(*, due: Due) -> Outcome:
    """What the receiver made of it; neither its address nor its answer is logged."""
    try:
        target = target_of(url=due.url, allowed=settings.HELPDESK.outgoing_allowed)
        addresses = addresses_of(target=target)
    except Shut as shut:
        shown = Trouble.NAME if shut.why == "name" else Trouble.PRIVATE
        return Outcome(status=None, millis=0, trouble=shown)
    knocked = post(
        target=target,
        addresses=addresses,
        headers=due.headers,
        body=due.body,
        seconds=SECONDS,
        most=MOST_READ,
    )
    trouble = _trouble(knocked.status, knocked.failure)
    return Outcome(status=knocked.status, millis=knocked.millis, trouble=trouble)


def _trouble(status: int | None, failure: Failure | None) -> Trouble | None:
    if status is None:
        return Trouble(failure.value) if failure else Trouble.UNREACHED
    if 300 <= status < 400:
        return Trouble.REDIRECT
    return None if 200 <= status < 300 else Trouble.STATUS
