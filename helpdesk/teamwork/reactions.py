"""What team work does when entries have their numbers."""

from collections.abc import Sequence
from datetime import datetime

from helpdesk.archive.terms import Numbered
from helpdesk.kernel.actor import Actor
from helpdesk.teamwork.actions import forget_marks


def on_erased(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """A thread without words keeps no marks."""
    forget_marks(actor=actor, now=now, entries=entries)
