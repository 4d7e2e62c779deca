"""What translations do when entries have their numbers."""

from collections.abc import Sequence
from datetime import datetime

from helpdesk.archive.terms import Numbered
from helpdesk.kernel.actor import Actor
from helpdesk.translations.actions import forget_translations


def on_erased(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """Words that are gone are gone in every language."""
    forget_translations(actor=actor, now=now, entries=entries)
