"""Anna's shop has a score, with days of it, and obligations of all kinds."""

from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from helpdesk.archive.database.scope import everything
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.standing import actions
from helpdesk.standing.models import Snapshot
from helpdesk.standing.terms import COUNTED_KINDS, V_ONE, W_ONE
from tests.journeys.noticed import every_entry
from tests.standing.rated import more

_DAYS = 40
_HOUR_US = 3_600_000_000


def rank_shops(*, seller_id: int, now: datetime) -> None:
    """What was answered counts, more of it weeks ago, some late and never; a stored score for each day."""
    with everything():
        entries = [one for one in every_entry() if one.kind in COUNTED_KINDS]
        actions.take_in_entries(actor=SYSTEM, now=now, entries=entries)
        for back in range(_DAYS):
            met = 30 + back
            Snapshot.objects.create(
                seller_id=seller_id,
                counted_on=(now - timedelta(days=back + 1)).date(),
                seller=UUID(int=1),
                weights=1,
                through=0,
                n=Decimal((met + 4) * W_ONE),
                m=Decimal(met * W_ONE * V_ONE),
                answers_n=Decimal((met + 4) * W_ONE),
                answers_m=Decimal(met * W_ONE * V_ONE),
            )
    for weeks, state in ((1, "met"), (3, "met"), (3, "late"), (5, "missed"), (8, "met"), (9, "excluded")):
        then = clock.to_us(now - timedelta(days=7 * weeks))
        more(count=4, state=state, deadline_us=then, overrun_us=9 * _HOUR_US if state == "late" else 0)
