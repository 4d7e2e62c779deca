"""Pictures are drawn in a process of their own: one that bursts or hangs takes only itself along."""

import subprocess
import sys
from pathlib import Path

import msgspec

from helpdesk.attachments.rules.copying import UNREADABLE
from helpdesk.attachments.terms import Type

PATIENCE_SECONDS = 60.0
"""Of waiting, for machines that are busy; its own processor time is limited more tightly."""


class Drawn(msgspec.Struct, frozen=True):
    """The copy's size in pixels, and its type."""

    width: int
    height: int
    type: str


class Unreadable(Exception):
    """The picture cannot be drawn."""


class Burst(Exception):
    """It took too much memory or time; or the machine was too busy: another try may tell."""


def draw(*, source: Path, media: Type, copy: Path, thumb: Path) -> Drawn:
    """Make both pictures. Raises Unreadable, Burst."""
    program = [sys.executable, "-m", "helpdesk.attachments.rules.copying"]
    command = [*program, str(source), media.value, str(copy), str(thumb)]
    try:
        done = subprocess.run(  # noqa: S603 - our own program, with paths of our own
            command, capture_output=True, timeout=PATIENCE_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Burst from error
    if done.returncode == UNREADABLE:
        raise Unreadable
    if done.returncode:
        raise Burst
    return msgspec.json.decode(done.stdout, type=Drawn)
