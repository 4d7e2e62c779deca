"""Until when a person looks at what was held or refused: four counted hours of the market's business days."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from helpdesk.conversations.models import Conversation
from helpdesk.conversations.terms import REVIEW_BUDGET_US
from helpdesk.deadlines import queries as deadlines
from helpdesk.kernel.clock import from_us, to_us
from helpdesk.marketplace.queries import market_place
from helpdesk.workdays.refusals import OutsideCalendar


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDue:
    """The instant, and the calendar by which it was counted (None: there is none for this market)."""

    at: datetime
    calendar: str | None = None
    version: int | None = None

    def facts(self) -> dict[str, int | str]:
        """What a leaf says of it."""
        said: dict[str, int | str] = {"due": to_us(self.at)}
        if self.calendar is None or self.version is None:
            return said
        return said | {"calendar": self.calendar, "calendar_version": self.version}


def review_due(*, market: str, at: datetime, budget: int = REVIEW_BUDGET_US) -> ReviewDue:
    """`budget` (microseconds) counted from `at`, on the Platform's business days where it sells.

    Two SQL statements, present scope.

    Without a calendar for the market every hour counts.
    """
    country, zone = market_place(code=market)
    found = deadlines.calendar_of(
        country=country,
        subdivision=None,
        zone=zone,
        market_country=country,
        market_zone=zone,
        at=deadlines.in_force(),
    )
    try:
        if found is not None:
            due = found.deadline(received=to_us(at), budget=budget)
            return ReviewDue(at=from_us(due), calendar=found.code, version=found.version)
    except OutsideCalendar:
        pass
    return ReviewDue(at=from_us(to_us(at) + budget))


def market_of_thread(*, seller_id: int, conversation: UUID) -> str:
    """The market of a thread that is open, in the present scope. One SQL statement."""
    here = Conversation.objects.filter(seller_id=seller_id, id=conversation)
    return here.values_list("market", flat=True).get()
