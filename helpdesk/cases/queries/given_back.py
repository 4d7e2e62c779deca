"""Which pieces of an order go back, or went back for money, because a Buyer's mind changed."""

from uuid import UUID

from django.db.models import Q

from helpdesk.cases.models import Case
from helpdesk.cases.queries.grounds import Grounds
from helpdesk.cases.rules.remaining import remaining
from helpdesk.cases.terms.names import Kind

BACK = (Kind.WITHDRAWAL, Kind.RETURN)
"""The kinds in which goods go back that have no fault."""

_PAID = "refunded"


def left_of(*, grounds: Grounds, but: UUID | None = None) -> dict[str, int]:
    """The pieces of each line that no such case is about, `but` that one: none that runs, none that was paid
    back. In the present scope. One SQL statement.
    """
    order = grounds.order
    found = Case.objects.filter(
        Q(ended_at=None) | Q(outcome=_PAID),
        seller_id=order.seller_id,
        order_id=order.id,
        kind__in=[kind.value for kind in BACK],
    )
    taken = found.values_list("id", "state__facts__items")
    return remaining(pieces=grounds.pieces, taken=[items or "" for id, items in taken if id != but])
