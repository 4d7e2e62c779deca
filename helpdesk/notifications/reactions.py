"""What notifications do when entries have their numbers."""

from collections.abc import Sequence
from datetime import datetime

from helpdesk.archive.terms import Numbered
from helpdesk.kernel.actor import Actor
from helpdesk.notifications.actions import tell


def on_entry(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """Whoever is concerned is told, and what an entry settles is told to nobody."""
    tell(actor=actor, now=now, entries=entries)
