"""`helpdesk work`: the sequencer, the reactions, and the sweep of clocks."""

import logging
import signal
import threading
import time

import typer
from django.conf import settings
from django.db import InterfaceError, OperationalError, connections

from helpdesk.archive import actions as archive
from helpdesk.console import (
    bringing,
    counting,
    delivering,
    examining,
    exporting,
    ground,
    notifying,
    publishing,
    pulse,
    rating,
    refreshing,
    rereading,
    retaining,
    say,
    stamping,
    sweeping,
    translating,
    watching,
    witnessing,
)
from helpdesk.console.checks import before, ocr
from helpdesk.console.checks.finding import Grade
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM

POLL_SECONDS = 0.1
"""An entry waits this long for its number at most; the page on the Archive allows 0.2 s."""

LOOK_SECONDS = 1.0
"""How often the reactions look even when we numbered nothing: another worker may have."""

PAUSES_SECONDS = (0.2, 0.5, 1.0, 2.0, 5.0)

_log = logging.getLogger(__name__)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("work")(work)


def work() -> None:
    """Number new entries, run the reactions and sweep clocks until told to stop. Any number may run."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: stop.set())  # the step in hand is finished first
    with ground.database():
        before.refuse_to_run_on_failures()
        _say_who_reads_pictures()
        with (
            pulse.beating(stop=stop),
            sweeping.sweeping(stop=stop),
            retaining.retaining(stop=stop),
            publishing.publishing(stop=stop),
            witnessing.witnessing(stop=stop),
            stamping.stamping(stop=stop),
            examining.examining(stop=stop),
            exporting.exporting(stop=stop),
            bringing.bringing(stop=stop),
            notifying.notifying(stop=stop),
            delivering.delivering(stop=stop),
            translating.translating(stop=stop),
            watching.watching(stop=stop),
            rereading.rereading(stop=stop),
            refreshing.refreshing(stop=stop),
            rating.rating(stop=stop),
            counting.counting(stop=stop),
        ):
            _loop(stop)
        connections.close_all()


def _say_who_reads_pictures() -> None:
    """Where nobody does, files wait for people: whoever starts a worker is told."""
    found = ocr.finding()
    if found.grade is not Grade.FINE:
        say.line(str(found))


def _number() -> int:
    """Nothing gets a number that this machine's guard would not let anybody sign."""
    try:
        if not archive.check_guard(actor=SYSTEM, now=clock.now()):
            return 0
    except OSError as error:  # of the disk; the publisher tells the same, and goes on trying
        _log.warning("the guard cannot be read: %s", error)
        return 0
    return archive.number_entries(actor=SYSTEM, now=clock.now())


def _loop(stop: threading.Event) -> None:
    looked_at, failures = 0.0, 0
    while not stop.is_set():
        try:
            given = _number()
            if given or time.monotonic() - looked_at >= LOOK_SECONDS:
                looked_at = time.monotonic()
                given += archive.run_reactions(
                    actor=SYSTEM, now=clock.now(), wiring=settings.HELPDESK_REACTIONS
                )
            failures = 0
        except (
            OperationalError,
            InterfaceError,
        ) as error:  # the database restarts: wait for it, keep the process
            _log.warning("the database does not answer: %s", error)
            connections.close_all()
            given = 0
            stop.wait(PAUSES_SECONDS[min(failures, len(PAUSES_SECONDS) - 1)])
            failures += 1
        if not given:
            stop.wait(POLL_SECONDS)
