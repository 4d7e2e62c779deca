"""An open question, as if it had been asked."""

from datetime import datetime
from uuid import UUID

from helpdesk.deadlines.terms import OpenObligation
from helpdesk.kernel.clock import from_us, to_us
from helpdesk.workdays.known import calendar_named


def asked(calendar: str, zone: str, received: str) -> OpenObligation:
    """Received at an RFC 3339 instant, on a calendar that comes with the package."""
    days, at = calendar_named(code=calendar, zone=zone), datetime.fromisoformat(received)
    return OpenObligation(
        id=UUID(int=1),
        received_at=at,
        deadline=from_us(days.deadline(received=to_us(at))),
        calendar=calendar,
        calendar_version=days.version,
        zone=zone,
    )
