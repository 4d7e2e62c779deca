"""How often a mail is tried, and what becomes of it."""

from datetime import datetime

from helpdesk.notifications.terms import KEPT_WAITING, RETRIES, Outcome, State


def next_try(*, tries: int, now: datetime) -> datetime | None:
    """When a mail that was tried so often (1: once) is tried again. None: never."""
    return now + RETRIES[tries - 1] if tries <= len(RETRIES) else None


def after(*, outcome: Outcome, tries: int, due_at: datetime, now: datetime) -> State:
    """What a mail is after its `tries`-th attempt; `due_at` is when it should have left first."""
    if outcome is Outcome.TAKEN:
        return State.SENT
    if outcome is Outcome.NEVER:
        return State.BOUNCED
    if outcome is Outcome.LATER:
        return State.WAITING if next_try(tries=tries, now=now) else State.GIVEN_UP
    return State.GIVEN_UP if now - due_at > KEPT_WAITING else State.WAITING
