"""By when a question would be answered if it were asked now."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import everything
from helpdesk.deadlines import queries as calendars
from helpdesk.deadlines import rules as deadlines
from helpdesk.deadlines.terms import OpenObligation
from helpdesk.kernel import clock
from helpdesk.marketplace.terms.shown import MarketShown, SellerShown
from helpdesk.workdays.refusals import OutsideCalendar

_NOBODYS = UUID(int=0)


def promised(*, seller: SellerShown, market: MarketShown, now: datetime) -> OpenObligation | None:
    """The obligation that a question at `now` would open, under no id; None where no calendar reaches.

    `market` is that of the order, or the Buyer's own before a sale.
    """
    with everything():  # what is in force is no secret
        at = calendars.in_force()
    calendar = calendars.calendar_of(
        country=seller.country,
        subdivision=seller.subdivision,
        zone=seller.time_zone,
        market_country=market.country,
        market_zone=market.time_zone,
        at=at,
    )
    if calendar is None:
        return None
    try:
        opens = deadlines.opening(
            received=clock.to_us(now), calendar=calendar, outages=at.outages, with_order=False
        )
    except OutsideCalendar:
        return None
    return OpenObligation(
        id=_NOBODYS,
        received_at=now,
        deadline=clock.from_us(opens.deadline),
        calendar=opens.calendar,
        calendar_version=opens.calendar_version,
        zone=opens.zone,
        outages=opens.outages,
    )
