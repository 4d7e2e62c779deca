"""Single messages without their words: who spoke, and whether somebody has since. In the present scope."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from helpdesk.conversations.models import Message
from helpdesk.conversations.terms import Manner
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref

_NO_ANSWER = [Manner.INTERIM.value, Manner.AUTOMATIC.value, Manner.IMPORTED.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A message's entry, who sent it, and how it was meant (None: in the ordinary way)."""

    id: UUID
    side: Side
    manner: Manner | None


def spoken(*, conversation: Ref, n: int) -> Spoken | None:
    """Message `n`, or None where there is none of that number. One SQL statement."""
    row = Message.objects.filter(
        seller_id=conversation.seller_id, conversation_id=conversation.id, n=n
    ).first()
    if row is None:
        return None
    return Spoken(id=row.id, side=Side(row.side), manner=Manner(row.manner) if row.manner else None)


def began_with(*, conversation: Ref, entry: UUID) -> bool:
    """Whether this entry is the thread's first message. One SQL statement."""
    first = Message.objects.filter(seller_id=conversation.seller_id, conversation_id=conversation.id, n=0)
    return first.filter(id=entry).exists()


def asked_since(*, conversation: Ref, at: datetime) -> bool:
    """Whether the buyer wrote after that instant, be it thanks. One SQL statement."""
    later = Message.objects.filter(
        seller_id=conversation.seller_id,
        conversation_id=conversation.id,
        at__gt=at,
        side=Side.BUYER.value,
    )
    return later.exists()


def answered_since(*, conversation: Ref, n: int) -> bool:
    """Whether somebody of the seller's wrote after message `n`, other than to say that they will."""
    meant = Q(manner=None) | ~Q(manner__in=_NO_ANSWER)
    later = Message.objects.filter(
        seller_id=conversation.seller_id, conversation_id=conversation.id, n__gt=n, side=Side.SELLER.value
    )
    return later.filter(meant).exists()
