"""What standing does when entries have their numbers."""

from collections.abc import Sequence
from datetime import datetime

from helpdesk.archive.terms import Numbered
from helpdesk.kernel.actor import Actor
from helpdesk.standing.actions import take_in_entries


def on_entry(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """Obligations follow the record; one cursor for all, so that an answer comes after its question."""
    take_in_entries(actor=actor, now=now, entries=entries)
