"""Cases as retention sees them: what was said in a thread's cases and beside them after its last message."""

from collections.abc import Iterator
from datetime import datetime
from itertools import chain as chained
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from helpdesk.archive.queries import erasures
from helpdesk.cases.models import Contact, Step, Update
from helpdesk.conversations.models import Conversation
from helpdesk.conversations.queries import Spared
from helpdesk.kernel.ids import Ref


def old_steps(*, before: datetime, limit: int, spared: Spared) -> list[tuple[Ref, list[Ref]]]:
    """Threads last spoken in before an instant, with what cases, contacts and updates said in them before it
    and is not ordered to go.

    In the present scope, the oldest first, of at most `limit` of each; not of spared threads, orders, sellers
    and buyers. Three SQL statements.
    """
    found = chained.from_iterable(_old(table, before, limit, spared) for table in (Step, Contact, Update))
    grouped: dict[Ref, list[Ref]] = {}
    for _, seller_id, thread, id in sorted(found):
        grouped.setdefault(Ref(seller_id, thread), []).append(Ref(seller_id, id))
    return list(grouped.items())


def _old(
    table: Any, before: datetime, limit: int, spared: Spared
) -> Iterator[tuple[datetime, int, UUID, UUID]]:
    gone = erasures().filter(seller_id=OuterRef("seller_id"), id=OuterRef("id"))
    thread = Conversation.objects.filter(seller_id=OuterRef("seller_id"), id=OuterRef("chain"))
    found = table.objects.filter(at__lt=before).filter(Exists(thread.filter(last_at__lt=before)))
    found = found.exclude(Exists(gone)).exclude(Exists(thread.filter(spared.threads_hit())))
    yield from found.order_by("at", "id").values_list("at", "seller_id", "chain", "id")[:limit]
