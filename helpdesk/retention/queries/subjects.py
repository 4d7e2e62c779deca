"""Which conversations a request for erasure concerns."""

from helpdesk.conversations.models import Conversation
from helpdesk.conversations.queries import threads_by_ref, threads_of_buyer
from helpdesk.retention.terms import Scope


def threads_concerned(*, scope: Scope, thread: Conversation) -> list[Conversation]:
    """The one conversation, or all of its buyer's, in the present scope. At most two SQL statements."""
    if scope is not Scope.BUYER:
        return [thread]
    found = threads_by_ref(refs=threads_of_buyer(buyer=thread.buyer_id))
    return sorted(found.values(), key=lambda one: (one.seller_id, one.started_at))
