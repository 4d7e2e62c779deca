"""What conversations do when entries have their numbers."""

from collections.abc import Sequence
from datetime import datetime

from helpdesk.archive.terms import Numbered
from helpdesk.conversations.actions import count_messages
from helpdesk.kernel.actor import Actor


def on_message(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """The buyer's list follows."""
    count_messages(actor=actor, now=now, entries=entries)
