"""When an engine that failed is asked again."""

from datetime import datetime

from helpdesk.translations.terms import PAUSES


def again_at(*, tries: int, now: datetime) -> datetime | None:
    """After so many tries (1 or more); None: not any more."""
    return now + PAUSES[tries - 1] if tries <= len(PAUSES) else None
