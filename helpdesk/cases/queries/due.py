"""Which cases time has something to do with: of all sellers, in one indexed statement."""

from datetime import datetime

from helpdesk.cases.models import Case
from helpdesk.kernel.ids import Ref


def due(*, now: datetime, limit: int) -> list[tuple[Ref, Ref]]:
    """Cases with their threads, the longest due first, in the present scope. One SQL statement."""
    rows = Case.objects.filter(next_at__lte=now).order_by("next_at", "seller_id", "id")
    found = rows.values_list("seller_id", "id", "chain")[:limit]
    return [(Ref(seller_id, id), Ref(seller_id, chain)) for seller_id, id, chain in found]
