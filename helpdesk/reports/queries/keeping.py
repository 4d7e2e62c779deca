"""Reports as retention sees them: those beside a thread, a buyer's, and those that are old."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from helpdesk.archive.queries import erasures
from helpdesk.archive.terms import Audience, Chain, ChainName
from helpdesk.conversations.models import Conversation
from helpdesk.conversations.queries import Spared
from helpdesk.kernel.actor import Side
from helpdesk.marketplace.queries import stand_in_of, stand_ins_of
from helpdesk.reports import rules
from helpdesk.reports.models import Report


def report_chains(*, thread: Conversation) -> list[Chain]:
    """Both sides' reports beside a thread, in the present scope. One SQL statement."""
    seller = stand_in_of(seller_id=thread.seller_id)
    return [
        _chain(
            seller_id=thread.seller_id,
            id=rules.chain_id(file=thread.id, side=side),
            audience=rules.audience_of(side=side),
            stand_ins=(seller, thread.pair),
            buyer_id=thread.buyer_id,
        )
        for side in (Side.SELLER, Side.BUYER)
    ]


def chain_of_report(*, row: Report) -> Chain:
    """The chain on which it lies, in the present scope. One SQL statement."""
    return _chain(
        seller_id=row.seller_id,
        id=row.chain,
        audience=Audience(row.audience),
        stand_ins=stand_ins_of(seller_id=row.seller_id, buyer_id=row.buyer_id),
        buyer_id=row.buyer_id,
    )


def reports_of_buyer(*, buyer: UUID) -> Iterable[Report]:
    """One of each chain that concerns a buyer, in the present scope: their own, and those about them."""
    mine = Report.objects.filter(buyer_id=buyer).order_by("seller_id", "chain", "n")
    return mine.distinct("seller_id", "chain")


def old_reports(*, before: datetime, limit: int, spared: Spared) -> list[Report]:
    """Reports from before an instant beside no open thread that are not ordered to go, the oldest first.

    Those beside a thread go with it. Not of spared orders, sellers and buyers. In the present scope, one SQL
    statement.
    """
    gone = erasures().filter(seller_id=OuterRef("seller_id"), id=OuterRef("id"))
    thread = Conversation.objects.filter(seller_id=OuterRef("seller_id"), id=OuterRef("file_id"))
    found = Report.objects.filter(at__lt=before).exclude(Exists(gone)).exclude(Exists(thread))
    found = found.exclude(
        Q(seller_id__in=spared.sellers)
        | Q(order_id__isnull=False, order_id__in=spared.orders)
        | Q(buyer_id__in=spared.buyers)
    )
    return list(found.order_by("at", "id")[:limit])


def _chain(
    *, seller_id: int, id: UUID, audience: Audience, stand_ins: tuple[UUID, UUID], buyer_id: UUID
) -> Chain:
    seller, pair = stand_ins
    return Chain(
        seller_id=seller_id,
        id=id,
        name=ChainName.BACKSTAGE,
        audience=audience,
        seller=seller,
        pair=pair,
        buyer_id=buyer_id,
    )
