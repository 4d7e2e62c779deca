"""What deadlines do when entries have their numbers."""

from collections.abc import Sequence
from datetime import datetime

from helpdesk.archive.terms import Numbered
from helpdesk.deadlines.actions.draw_samples import draw_samples
from helpdesk.kernel.actor import Actor


def on_message(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """A share of the answers is read by a person."""
    draw_samples(actor=actor, now=now, entries=entries)
