"""Keep a few child processes running, and leave none behind."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from helpdesk.console import exits, running, say
from helpdesk.console.embedded.trouble import Trouble

LOOK_SECONDS = 0.2
PATIENCE_SECONDS = 15
"""How long children may take to stop before they are killed."""

FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.5, 30.0
STEADY_SECONDS = 60
"""A child that ran this long is forgiven its earlier failures."""


@dataclass(slots=True, kw_only=True)
class Child:
    """One `helpdesk` command, or another `program` with these arguments, that is to run all the time."""

    title: str
    arguments: Sequence[str]
    program: Sequence[str] = ()
    process: subprocess.Popen[bytes] | None = None
    failures: int = 0
    started_at: float = 0.0
    """Monotonic seconds."""

    due_at: float = 0.0

    def start(self) -> None:
        """Start it in a process group of its own, so that Ctrl+C reaches us alone and we stop it in order."""
        self.process = subprocess.Popen(
            [*self.program, *self.arguments] if self.program else running.command_line(*self.arguments),
            env=running.child_environment(),
            stdin=subprocess.DEVNULL,
            process_group=0,
        )
        self.started_at = time.monotonic()

    def look(self) -> None:
        """Start it again when it ended, after a pause that doubles with each failure."""
        if self.process is None:
            if time.monotonic() >= self.due_at:
                self.start()
            return
        code = self.process.poll()
        if code is None:
            return
        now = time.monotonic()
        if code == exits.ENVIRONMENT and not self.failures:
            raise Trouble(f"The {self.title} could not start; the reason stands above.")
        self.failures = 1 if now - self.started_at > STEADY_SECONDS else self.failures + 1
        pause = min(FIRST_PAUSE_SECONDS * 2 ** (self.failures - 1), LONGEST_PAUSE_SECONDS)
        self.process, self.due_at = None, now + pause
        say.line(f"! The {self.title} ended ({_reason(code)}); again in {pause:g} s.")

    def tell(self, number: signal.Signals) -> None:
        """Send a signal to the child and its own children."""
        if self.process is not None:
            with suppress(ProcessLookupError):  # all gone already
                os.killpg(self.process.pid, number)

    def gone(self) -> bool:
        """Has the child itself ended?"""
        return self.process is None or self.process.poll() is not None


def supervise(
    *, children: Sequence[Child], ready: Callable[[], bool], each_second: Callable[[], None]
) -> None:
    """Run the children until a signal unwinds us. `ready` is asked until it says so, `each_second` for ever:
    whoever dies before all are ready is started again like whoever dies later.
    """
    try:
        for child in children:
            child.start()
        is_ready, next_second = False, time.monotonic() + 1
        while True:
            for child in children:
                child.look()
            is_ready = is_ready or ready()
            if time.monotonic() >= next_second:
                each_second()
                next_second = time.monotonic() + 1
            time.sleep(LOOK_SECONDS)
    finally:
        stop(children)


def stop(children: Sequence[Child]) -> None:
    """Ask all to end, wait, and kill who does not."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)  # we are stopping already; impatience must not leave orphans
    say.line("Stopping.")
    for child in children:
        if child.process is not None:
            child.process.terminate()
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and not all(child.gone() for child in children):
        time.sleep(0.02)
    for child in children:
        child.tell(signal.SIGKILL)


def _reason(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else f"exit code {code}"
