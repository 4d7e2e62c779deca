"""What webhooks do when entries have their numbers."""

from collections.abc import Sequence
from datetime import datetime

from helpdesk.archive.terms import Numbered
from helpdesk.kernel.actor import Actor
from helpdesk.webhooks.actions import queue_deliveries


def on_entry(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """Whoever asked for such events gets them."""
    queue_deliveries(actor=actor, now=now, entries=entries)
