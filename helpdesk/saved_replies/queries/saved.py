"""A shop's saved replies."""

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.saved_replies.models import Reply
from helpdesk.saved_replies.policies import can_see, visible_to
from helpdesk.saved_replies.terms import MAX_SAVED, SavedReply


def saved_replies(*, actor: Actor) -> list[SavedReply]:
    """All of them, by name. One SQL statement beside the scope's. Raises Forbidden for other sides."""
    if not can_see(actor):
        raise Forbidden("saved_reply.not_yours")
    with acting(actor):
        rows = Reply.objects.filter(visible_to(actor), withdrawn_at=None)
        return [shown(row=row) for row in rows.order_by("name", "id")[:MAX_SAVED]]


def saved_reply(*, actor: Actor, reply: Ref) -> SavedReply:
    """One. One SQL statement beside the scope's. Raises NotFound (strangers', withdrawn)."""
    with acting(actor):
        mine = Reply.objects.filter(visible_to(actor), withdrawn_at=None)
        row = mine.filter(seller_id=reply.seller_id, id=reply.id).first()
    if row is None:
        raise NotFound("saved_reply.not_found")
    return shown(row=row)


def shown(*, row: Reply) -> SavedReply:
    """A row as a value."""
    return SavedReply(
        ref=Ref(row.seller_id, row.id),
        name=row.name,
        bodies=row.bodies,
        version=row.version,
        changed_at=row.changed_at,
    )
