"""The buyer's list of threads."""

from helpdesk.archive.database.scope import acting
from helpdesk.conversations.models import BuyerInbox, Conversation
from helpdesk.conversations.terms import About, BuyerRow
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.queries import seller_names


def buyer_list(*, actor: Actor, limit: int = 50) -> list[BuyerRow]:
    """The buyer's threads, the latest first. Three SQL statements beside the scope's."""
    if actor.buyer_id is None:
        return []
    with acting(actor):
        rows = list(BuyerInbox.objects.filter(buyer_id=actor.buyer_id).order_by("-last_at")[:limit])
        sellers = {row.seller_id for row in rows}
        wanted = Conversation.objects.filter(
            seller_id__in=sellers, id__in=[row.conversation_id for row in rows]
        )
        threads = {(thread.seller_id, thread.id): thread for thread in wanted}
        names = seller_names(seller_ids=sellers)
    return [_row(row, threads[row.seller_id, row.conversation_id], names) for row in rows]


def _row(row: BuyerInbox, thread: Conversation, names: dict[int, str]) -> BuyerRow:
    return BuyerRow(
        conversation=Ref(row.seller_id, row.conversation_id),
        seller=names.get(row.seller_id, ""),
        about=About.OFFER if thread.order_id is None else About.ORDER,
        title=thread.title,
        last_at=row.last_at,
        messages=row.messages,
        unread=row.unread,
    )
