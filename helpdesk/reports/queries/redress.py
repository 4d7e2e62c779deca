"""What a reporter who disagrees may do, by the law of the market: it is told with the outcome."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from helpdesk.archive.database.scope import everything
from helpdesk.law.bodies import Body, BodyKind
from helpdesk.law.table import find
from helpdesk.marketplace.models import Market
from helpdesk.marketplace.queries import bodies_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Redress:
    """`months` to object to the Platform, and whether a body out of court decides too; 0 and False where the
    market's law says nothing of it. `article` of the decision that is owed, empty where none is;
    `bodies` are those that the operator names.
    """

    months: int = 0
    out_of_court: bool = False
    article: str = ""
    bodies: Sequence[Body] = ()


def redress(*, market: str, on: date) -> Redress:
    """One SQL statement beside the scope's."""
    with everything():  # markets are for everybody
        country = Market.objects.values_list("law", flat=True).get(code=market)
    owed = find(key="dsa.notice_decision", country=country, on=on)
    if owed is None:
        return Redress()
    window = find(key="dsa.complaint_window", country=country, on=on)
    body = find(key="dsa.out_of_court", country=country, on=on)
    named = bodies_in(country=country, kinds=[BodyKind.CERTIFIED]) if body else ()
    return Redress(
        months=window.amount if window else 0,
        out_of_court=body is not None,
        article=owed.article,
        bodies=named,
    )
