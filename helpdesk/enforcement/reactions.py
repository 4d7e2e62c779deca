"""What enforcement does when entries have their numbers."""

from collections.abc import Sequence
from datetime import datetime

from helpdesk.archive.terms import Numbered
from helpdesk.enforcement.actions import note_violations
from helpdesk.kernel.actor import Actor


def on_decision(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """What a person decided of a Seller's conduct becomes a violation, or takes one back."""
    note_violations(actor=actor, now=now, entries=entries)
