"""Where whoever disagrees with the decision of an appeal may turn to, beside a court."""

from collections.abc import Sequence

from django.conf import settings

from helpdesk.conversations.queries import attempt_row, market_of_thread
from helpdesk.enforcement.terms.appeals import Against, AppealShown
from helpdesk.kernel.ids import Ref
from helpdesk.law.bodies import Body, BodyKind
from helpdesk.marketplace.models import Seller
from helpdesk.marketplace.queries import bodies_in, market_place


def bodies_for(of: AppealShown, /) -> Sequence[Body]:
    """Of a Seller's by the country of the shop, of a Buyer's certified ones by that of the market.

    In the present scope. One SQL statement for a Seller's, three at most for a Buyer's; none where the
    operator names nobody.
    """
    if not settings.HELPDESK.dispute_bodies:
        return ()
    if of.against is Against.REFUSAL:
        place = market_place(code=refused_in(attempt=of.subject))[0]
        return bodies_in(country=place, kinds=[BodyKind.CERTIFIED])
    country = Seller.objects.values_list("country", flat=True).get(seller_id=of.ref.seller_id)
    return bodies_in(country=country)


def refused_in(*, attempt: Ref) -> str:
    """The market of a refused message: that of its thread, or of what a first question was about."""
    row = attempt_row(attempt=attempt)
    assert row is not None  # it was appealed, or may be
    return row.market or market_of_thread(seller_id=row.seller_id, conversation=row.conversation_id)
