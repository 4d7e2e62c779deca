"""The marks of no reply needed, and how many of a seller's questions got one."""

from datetime import datetime, timedelta
from uuid import UUID

from helpdesk.deadlines.models import Obligation, Waiver
from helpdesk.deadlines.rules.waivers import enough_to_tell
from helpdesk.deadlines.terms import SAMPLED_DAYS
from helpdesk.deadlines.terms.waivers import Mark


def latest_mark(*, seller_id: int, chain: UUID) -> Mark | None:
    """The thread's last mark as the present scope sees it. At most two SQL statements."""
    row = Waiver.objects.filter(seller_id=seller_id, chain=chain).order_by("-at", "-id").first()
    if row is None:
        return None
    waived = Obligation.objects.filter(seller_id=seller_id, id=row.obligation_id)
    return Mark(
        id=row.id,
        question_id=waived.values_list("question_id", flat=True).get(),
        left_us=row.left_us,
        objection_until=row.objection_until,
        is_objected=row.objected_by is not None,
    )


def marked_lately(*, seller_id: int, now: datetime) -> tuple[int, int]:
    """Marks of the last 90 days, and the obligations of these days as far as their number can matter.

    Two SQL statements, each along one index.
    """
    since = now - timedelta(days=SAMPLED_DAYS)
    marks = Waiver.objects.filter(seller_id=seller_id, at__gte=since, at__lte=now).count()
    asked = Obligation.objects.filter(seller_id=seller_id, received_at__gte=since, received_at__lte=now)
    return marks, asked[: enough_to_tell(waived=marks)].count()
