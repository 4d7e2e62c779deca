"""What measures in force do to visibility: told by the query that settings name."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from django.conf import settings
from django.utils.module_loading import import_string

from helpdesk.standing.terms import MILLI

Factors = Callable[..., Mapping[int, int]]


def factors_of(*, sellers: Sequence[int], at: datetime) -> dict[int, int]:
    """The factor of each seller in thousandths, in the present scope; 1000 where no measure is in force.

    `HELPDESK_FACTORS` names a query with the same arguments that answers for those who have a measure.
    """
    name: str = settings.HELPDESK_FACTORS
    known: Mapping[int, int] = {}
    if name:
        asked: Factors = import_string(name)
        known = asked(sellers=sellers, at=at)
    return {seller: known.get(seller, MILLI) for seller in sellers}
