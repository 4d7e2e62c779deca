"""What search does when entries have their numbers."""

from collections.abc import Sequence
from datetime import datetime

from helpdesk.archive.terms import Numbered
from helpdesk.kernel.actor import Actor
from helpdesk.search.actions import forget_entries, index_cases, index_entries, open_files


def on_said_or_erased(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """One cursor for all, so that nothing is found again after it was to be forgotten."""
    index_entries(actor=actor, now=now, entries=entries)
    open_files(actor=actor, now=now, entries=[one for one in entries if one.kind == "attachment.settled"])
    forget_entries(actor=actor, now=now, entries=[one for one in entries if one.kind == "erased"])


def on_case_or_erased(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """A cursor of its own, which begins with the log: cases are older than their place in the index."""
    index_cases(actor=actor, now=now, entries=[one for one in entries if one.kind != "erased"])
    forget_entries(actor=actor, now=now, entries=[one for one in entries if one.kind == "erased"])
