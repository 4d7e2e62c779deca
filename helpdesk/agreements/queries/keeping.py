"""Agreements as retention sees them: what was said in a thread after its last message."""

from datetime import datetime

from django.db.models import Exists, OuterRef

from helpdesk.agreements.models import Agreement
from helpdesk.archive.queries import erasures
from helpdesk.conversations.models import Conversation
from helpdesk.conversations.queries import Spared
from helpdesk.kernel.ids import Ref


def old_agreements(*, before: datetime, limit: int, spared: Spared) -> list[tuple[Ref, list[Ref]]]:
    """Threads last spoken in before an instant, with what was agreed before it and is not ordered to go.

    In the present scope, the oldest first, of at most `limit` agreements; not of spared threads, orders,
    sellers and buyers. One SQL statement.
    """
    gone = erasures().filter(seller_id=OuterRef("seller_id"), id=OuterRef("id"))
    thread = Conversation.objects.filter(seller_id=OuterRef("seller_id"), id=OuterRef("conversation_id"))
    found = Agreement.objects.filter(at__lt=before).filter(Exists(thread.filter(last_at__lt=before)))
    found = found.exclude(Exists(gone)).exclude(Exists(thread.filter(spared.threads_hit())))
    grouped: dict[Ref, list[Ref]] = {}
    for row in found.order_by("at", "id")[:limit]:
        grouped.setdefault(Ref(row.seller_id, row.conversation_id), []).append(Ref(row.seller_id, row.id))
    return list(grouped.items())
