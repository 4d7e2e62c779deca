"""A thread that is not there: the first question about an order or an offer was refused, or is held."""

from collections.abc import Iterable

from helpdesk.archive.database.scope import acting
from helpdesk.conversations.models import Attempt
from helpdesk.conversations.terms import About, ThreadView
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace.queries import buyer_known, offer_of, orders_named, seller_of


def first_attempts(*, conversations: Iterable[Ref]) -> dict[Ref, Attempt]:
    """Of each of these that was never opened, the first text that would have, in the present scope.

    One SQL statement.
    """
    places = list(conversations)
    rows = Attempt.objects.filter(
        seller_id__in={one.seller_id for one in places},
        conversation_id__in=[one.id for one in places],
        market__isnull=False,
    )
    found: dict[Ref, Attempt] = {}
    for row in rows.order_by("at", "id"):
        found.setdefault(Ref(row.seller_id, row.conversation_id), row)
    return {place: found[place] for place in places if place in found}


def unopened_thread(*, actor: Actor, conversation: Ref) -> ThreadView:
    """What it would have been about, with no message, for the operator's people. Raises NotFound."""
    with acting(actor):
        row = first_attempts(conversations=[conversation]).get(conversation)
        if row is None or row.market is None:
            raise NotFound("conversation.not_found")
        name, language = buyer_known(seller_id=row.seller_id, buyer_id=row.buyer_id)
    seller = seller_of(actor=actor, seller_id=row.seller_id)
    about = About.OFFER if row.order_id is None else About.ORDER
    ref = Ref(row.seller_id, row.order_id or row.offer_id or row.id)
    return ThreadView(
        conversation=conversation,
        about=about,
        about_ref=ref,
        title=_title(actor, about, ref, row.market),
        market=row.market,
        seller=seller.name,
        seller_country=seller.country,
        buyer=name,
        buyer_language=language,
        order_id=row.order_id,
        last_n=-1,
        messages=(),
        obligation=None,
    )


def _title(actor: Actor, about: About, ref: Ref, market: str) -> str:
    if about is About.OFFER:
        return offer_of(actor=actor, offer=ref, market=market).title
    found = orders_named(actor=actor, orders=[ref])
    return found[ref].number if ref in found else ""
