"""Where entries stand: the thread of each, and the number of those that are messages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.conversations.models import Message
from helpdesk.conversations.queries.finding import threads_by_ref
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointed:
    """A thread by its title and the number of its last entry."""

    title: str
    last_n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointers:
    """Threads by their Ref, and the numbers of messages by their entry: those that the actor may see."""

    threads: Mapping[Ref, Pointed]
    messages: Mapping[UUID, int]


def pointers(*, actor: Actor, threads: Iterable[Ref], entries: Iterable[UUID]) -> Pointers:
    """Of these threads and of messages in their shops. Two SQL statements."""
    refs = set(threads)
    with acting(actor):
        found = threads_by_ref(refs=refs)
        messages = Message.objects.filter(seller_id__in={ref.seller_id for ref in refs}, id__in=list(entries))
        return Pointers(
            threads={ref: Pointed(title=row.title, last_n=row.last_n) for ref, row in found.items()},
            messages=dict(messages.values_list("id", "n")),
        )
