"""What the deeds of retention share: notes, approvers, the thing they are about."""

from uuid import UUID

from helpdesk.accounts import queries as accounts
from helpdesk.conversations import queries as conversations
from helpdesk.conversations.models import Conversation
from helpdesk.kernel import text
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, NotFound
from helpdesk.retention.queries.holding import holds_on_buyer, holds_on_threads
from helpdesk.retention.terms import MAX_NOTE


def note_in(*, note: str) -> str:
    """As it was written; one that shows nothing is none. Raises Invalid, TooLarge."""
    note = text.storable(note, limit=MAX_NOTE, field="note").strip()
    return note if text.is_visible(note) else ""


def thread_at(*, conversation: Ref) -> Conversation:
    """The thread, in the present scope. Raises NotFound."""
    found = conversations.threads_by_ref(refs=[conversation]).get(conversation)
    if found is None:
        raise NotFound("conversation.not_found")
    return found


def approvers(*, first: UUID, second: Actor) -> bytes:
    """Who asked and who agreed, as an entry commits them."""
    names = accounts.names_for_system(people={first})
    people = [
        {"name": names.get(first, ""), "person": str(first)},
        {"name": second.name, "person": str(second.person)},
    ]
    return canonical(people)


def refuse_if_held(*, threads: list[Conversation], buyer: UUID | None) -> None:
    """Raise Conflict where a hold covers one of the threads, or the buyer whose every trace is to go."""
    held = holds_on_threads(threads=threads)
    if any(held.values()) or (buyer is not None and holds_on_buyer(buyer=buyer)):
        raise Conflict("erasure.held")
