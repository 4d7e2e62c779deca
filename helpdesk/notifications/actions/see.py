"""See a thread: what was to be told of it is told, a mark of the reader's own."""

from datetime import datetime

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import scope_of
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.notifications.terms import MOST_UNREAD

_SEE = "SELECT notifications_see_v1(%s, %s, %s, %s::uuid, %s, %s, %s, %s::uuid, %s)"


def see(*, actor: Actor, now: datetime, conversation: Ref) -> int:
    """Mark the thread's notices as read; how many others call for this person, MOST_UNREAD at most.

    Strangers' notices are none of theirs. Safe to repeat. One SQL statement in all: the function sets its
    own scope. Raises Busy while the database is away.
    """
    who = [*scope_of(actor), actor.person, actor.side.value, MOST_UNREAD]
    return int(hot.rows(_SEE, [*who, conversation.seller_id, conversation.id, now])[0][0])
