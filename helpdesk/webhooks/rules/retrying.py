"""When a request is tried again, and when an endpoint is left alone for a while.

`draw` is a number from 0 to 1 (1 not included) that the caller drew.
"""

from datetime import datetime, timedelta

from helpdesk.webhooks.terms import BREAKS_AFTER, FIRST_REST, JITTER, LONGEST_REST, PAUSES


def next_try(*, tries: int, now: datetime, draw: float) -> datetime | None:
    """When a delivery that was tried so often (1: once) is tried again. None: never."""
    return now + _around(PAUSES[tries - 1], draw) if tries <= len(PAUSES) else None


def rest(*, failures: int, now: datetime, draw: float) -> datetime | None:
    """Until when an endpoint that failed so often in a row is left alone; None: it is not."""
    over = failures - BREAKS_AFTER
    if over < 0:
        return None
    longer = LONGEST_REST if over > 10 else min(LONGEST_REST, FIRST_REST * 2**over)
    return now + _around(longer, draw)


def _around(pause: timedelta, draw: float) -> timedelta:
    return pause * (1 - JITTER + 2 * JITTER * draw)
