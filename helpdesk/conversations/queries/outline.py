"""A thread without its words: which message is whose and from when, for those who may not read it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import erased_of
from helpdesk.conversations.models import Message
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlined:
    """One message: its number, side and instant, and whether its words are gone."""

    n: int
    entry: UUID
    side: Side
    at: datetime
    is_erased: bool


def outline(*, actor: Actor, conversation: Ref, limit: int = 500) -> list[Outlined]:
    """The latest messages in order, at most `limit`. Two SQL statements beside the scope's."""
    with acting(actor):
        here = Message.objects.filter(seller_id=conversation.seller_id, conversation_id=conversation.id)
        rows = list(here.order_by("-n")[:limit])[::-1]
        gone = erased_of(seller_id=conversation.seller_id, entries=[row.id for row in rows])
        return list(_outlined(rows, gone.keys()))


def _outlined(rows: Iterable[Message], gone: Iterable[UUID]) -> Iterable[Outlined]:
    erased = set(gone)
    for row in rows:
        yield Outlined(n=row.n, entry=row.id, side=Side(row.side), at=row.at, is_erased=row.id in erased)
