"""Where a list goes on: the instant and the id of the last row seen, as one opaque word."""

from datetime import datetime
from uuid import UUID

from helpdesk.kernel import clock
from helpdesk.kernel.refusal import Invalid

_DIGITS = 16  # of microseconds: until the year 2286


def placed(*, at: datetime, id: UUID) -> str:
    """For `next`."""
    return f"{clock.to_us(at)}.{id.hex}"


def position(cursor: str | None) -> tuple[datetime, UUID] | None:
    """What `after` says; None for a list's beginning. Raises Invalid."""
    if cursor is None:
        return None
    at, _, id = cursor.partition(".")
    try:
        if not (at.isascii() and at.isdigit() and len(at) <= _DIGITS):
            raise ValueError(at)
        return clock.from_us(int(at)), UUID(hex=id)
    except ValueError:
        raise Invalid("input.cursor", field="after") from None
