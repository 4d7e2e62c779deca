"""What a conversation is about, as values."""

from dataclasses import dataclass
from uuid import UUID

from helpdesk.kernel.ids import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """An order or an offer that a buyer asks about; `facts` are canonical bytes of what was shown."""

    ref: Ref
    buyer_id: UUID
    market: str
    title: str
    facts: bytes
