"""The seller's inbox: what waits for an answer, by deadline; and what waits for nobody."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting, scope_of
from helpdesk.conversations.models import Conversation
from helpdesk.conversations.queries.loading import obligation
from helpdesk.conversations.terms import PREVIEW, About, InboxRow, QuietRow
from helpdesk.deadlines.queries import open_chains
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.marketplace.queries import buyer_names

_INBOX = (
    "SELECT * FROM conversation_inbox_v1(%s, %s, %s, %s::bigint, %s::timestamptz, %s::uuid, %s::integer,"
    " %s::integer)"
)


def inbox(*, actor: Actor, limit: int = 25, after: tuple[datetime, UUID] | None = None) -> list[InboxRow]:
    """Open questions to this seller, the most urgent first; `after` is (deadline, obligation id) of the
    last row seen. One SQL statement. Raises Forbidden for other sides.
    """
    if actor.side is not Side.SELLER or actor.seller_id is None:
        raise Forbidden("conversation.no_inbox")
    deadline, id = after or (None, None)
    seller_id = actor.seller_id
    rows = hot.rows(_INBOX, [*scope_of(actor), seller_id, deadline, id, limit, PREVIEW])
    found = []
    for conversation, buyer, market, language, order, title, preview, *clock in rows:
        due = obligation(tuple(clock))
        assert due is not None
        found.append(
            InboxRow(
                conversation=Ref(seller_id, conversation),
                buyer=buyer or "",
                market=market,
                language=language,
                about=About.OFFER if order is None else About.ORDER,
                title=title,
                preview=bytes(preview or b"").decode(errors="ignore"),
                obligation=due,
            )
        )
    return found


def quiet_threads(*, actor: Actor, limit: int = 25) -> list[QuietRow]:
    """The seller's threads in which nobody waits for the seller, the latest first. Two SQL statements."""
    with acting(actor):
        seller_id = actor.seller_id or 0
        threads = list(
            Conversation.objects.filter(seller_id=seller_id)
            .exclude(id__in=open_chains(seller_id=seller_id))
            .order_by("-last_at")[:limit]
        )
        names = buyer_names(seller_id=seller_id, buyers=[thread.buyer_id for thread in threads])
    return [
        QuietRow(
            conversation=Ref(seller_id, thread.id),
            buyer=names.get(thread.buyer_id, ""),
            market=thread.market,
            about=About.OFFER if thread.order_id is None else About.ORDER,
            title=thread.title,
            last_at=thread.last_at,
            last_side=Side(thread.last_side),
        )
        for thread in threads
    ]
