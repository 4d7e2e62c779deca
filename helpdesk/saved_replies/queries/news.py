"""What was said last in several threads: a number and an instant, no words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.conversations.queries import threads_by_ref
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Last:
    """The number and instant of a thread's last message."""

    n: int
    at: datetime


def last_said(*, actor: Actor, conversations: Sequence[Ref]) -> dict[Ref, Last]:
    """Of those that the actor may see. One SQL statement beside the scope's."""
    with acting(actor):
        found = threads_by_ref(refs=conversations)
    return {ref: Last(n=row.last_n, at=row.last_at) for ref, row in found.items()}
