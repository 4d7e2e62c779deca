"""What happens to drafts when entries have their numbers."""

from collections.abc import Sequence
from datetime import datetime

from helpdesk.archive.terms import Numbered
from helpdesk.composing.actions import forget_drafts
from helpdesk.kernel.actor import Actor


def on_message_or_erased(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """A draft ends when it is sent, and with its thread."""
    forget_drafts(actor=actor, now=now, entries=entries)
