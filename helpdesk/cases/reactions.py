"""What cases do when entries have their numbers."""

from collections.abc import Sequence
from datetime import datetime

from helpdesk.archive.terms import Numbered
from helpdesk.cases.actions import forget_numbers
from helpdesk.kernel.actor import Actor


def on_erased(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """A case whose words are to go keeps no parcel's number."""
    forget_numbers(actor=actor, now=now, entries=entries)
