"""Messages for those who do something with each of them: in which language, and with which words.

In the present scope.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from helpdesk.archive.models import Value
from helpdesk.conversations.models import Message
from helpdesk.kernel.ids import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenIn:
    """A message's entry and language, and who may see it."""

    id: UUID
    language: str
    buyer_id: UUID
    audience: int


def spoken_in(*, conversation: Ref, messages: Sequence[UUID] | None, limit: int) -> list[SpokenIn]:
    """These messages of the thread (None: its latest), at most `limit`. One SQL statement."""
    here = Message.objects.filter(seller_id=conversation.seller_id, conversation_id=conversation.id)
    rows = (here if messages is None else here.filter(id__in=messages)).order_by("-n")[:limit]
    return [
        SpokenIn(id=row.id, language=row.language, buyer_id=row.buyer_id, audience=row.audience)
        for row in rows
    ]


def words_of(*, entries: Iterable[Ref]) -> dict[Ref, str]:
    """The texts of these messages; one that was erased is not there. One SQL statement."""
    wanted = set(entries)
    rows = Value.objects.filter(
        seller_id__in={ref.seller_id for ref in wanted}, entry_id__in=[ref.id for ref in wanted], name="body"
    )
    found = {
        Ref(seller, id): bytes(value)
        for seller, id, value in rows.values_list("seller_id", "entry_id", "value")
    }
    return {ref: body.decode() for ref, body in found.items() if ref in wanted}
