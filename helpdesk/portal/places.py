"""Where a list goes on: the instant and the id of the last row seen, in the address."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest

from helpdesk.kernel import clock
from helpdesk.kernel.refusal import Invalid

_MICROSECONDS = 16  # digits: until the year 2286


def written(*, at: datetime, id: UUID) -> str:
    """For `?after=`."""
    return f"{clock.to_us(at)}.{id}"


def read(request: HttpRequest, name: str = "after") -> tuple[datetime, UUID] | None:
    """What `?after=` says, or another list's own `name`; None for a list's beginning. Raises Invalid."""
    text = request.GET.get(name, "")
    if not text:
        return None
    at, _, id = text.partition(".")
    if not (at.isascii() and at.isdigit() and len(at) <= _MICROSECONDS):
        raise Invalid("page.no_such_place", field=name)
    try:
        return clock.from_us(int(at)), UUID(id)
    except ValueError:
        raise Invalid("page.no_such_place", field=name) from None
