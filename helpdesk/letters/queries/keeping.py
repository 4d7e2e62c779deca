"""Letters as retention sees them: those beside a thread, a buyer's, and those that are old."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from helpdesk.archive.queries import erasures
from helpdesk.archive.terms import Audience, Chain, ChainName
from helpdesk.conversations.models import Conversation
from helpdesk.conversations.queries import Spared
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import OPERATOR
from helpdesk.letters import rules
from helpdesk.letters.models import Letter
from helpdesk.marketplace.models import Pair
from helpdesk.marketplace.queries import stand_in_of


def letter_chains(*, thread: Conversation) -> list[Chain]:
    """Both sides' letters beside a thread, in the present scope. One SQL statement."""
    seller = stand_in_of(seller_id=thread.seller_id)
    return [
        _chain(
            seller_id=thread.seller_id,
            id=rules.correspondence(file=thread.id, side=side),
            audience=rules.audience_of(side=side),
            seller=seller,
            pair=thread.pair,
            buyer_id=thread.buyer_id,
        )
        for side in (Side.SELLER, Side.BUYER)
    ]


def chain_of_letter(*, row: Letter) -> Chain:
    """The chain on which it lies. Two SQL statements."""
    pairs = Pair.objects.filter(Q(buyer_id=row.buyer_id), seller_id=row.seller_id)
    return _chain(
        seller_id=row.seller_id,
        id=row.chain,
        audience=Audience(row.audience),
        seller=None if row.seller_id == OPERATOR else stand_in_of(seller_id=row.seller_id),
        pair=pairs.values_list("pair", flat=True).first() if row.buyer_id else None,
        buyer_id=row.buyer_id,
    )


def letters_of_buyer(*, buyer: UUID) -> Iterable[Letter]:
    """One of each correspondence that concerns a buyer, in the present scope: their own, and a shop's."""
    mine = Letter.objects.filter(buyer_id=buyer).order_by("seller_id", "chain", "n")
    return mine.distinct("seller_id", "chain")


def old_letters(*, before: datetime, limit: int, spared: Spared) -> list[Letter]:
    """Letters from before an instant beside no open thread that are not ordered to go, the oldest first.

    Those beside a thread go with it. Not of spared orders, sellers and buyers. In the present scope, one SQL
    statement.
    """
    gone = erasures().filter(seller_id=OuterRef("seller_id"), id=OuterRef("id"))
    thread = Conversation.objects.filter(seller_id=OuterRef("seller_id"), id=OuterRef("file_id"))
    found = Letter.objects.filter(at__lt=before).exclude(Exists(gone)).exclude(Exists(thread))
    found = found.exclude(
        Q(seller_id__in=spared.sellers)
        | Q(order_id__isnull=False, order_id__in=spared.orders)
        | Q(buyer_id__isnull=False, buyer_id__in=spared.buyers)
    )
    return list(found.order_by("at", "id")[:limit])


def _chain(
    *,
    seller_id: int,
    id: UUID,
    audience: Audience,
    seller: UUID | None,
    pair: UUID | None,
    buyer_id: UUID | None,
) -> Chain:
    return Chain(
        seller_id=seller_id,
        id=id,
        name=ChainName.BACKSTAGE,
        audience=audience,
        seller=seller,
        pair=pair,
        buyer_id=buyer_id,
    )
