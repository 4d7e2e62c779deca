"""The marks of no reply needed, and how many of a seller's questions got one."""

from datetime import datetime, timedelta
from uuid import UUID

from helpdesk.deadlines.models import Obligation, Waiver
from helpdesk.deadlines.rules.waivers import enough_to_tell, is_sampled
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


def next_mark_is_sampled(*, seller_id: int, now: datetime) -> bool:
    """Whether one more mark at `now` makes a good share of the seller's questions of the last 90 days.

    Two SQL statements, each along one index.
    """
    since = now - timedelta(days=SAMPLED_DAYS)
    marks = Waiver.objects.filter(seller_id=seller_id, at__gte=since, at__lte=now).count() + 1
    asked = Obligation.objects.filter(seller_id=seller_id, received_at__gte=since, received_at__lte=now)
    # more obligations than these cannot matter
    return is_sampled(waived=marks, obligations=asked[: enough_to_tell(waived=marks)].count())
