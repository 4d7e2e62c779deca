"""What was agreed in a conversation, for its parties, and for administrators who said why they read it."""

from datetime import datetime

from helpdesk.agreements.queries import agreements_in
from helpdesk.agreements.terms import Shown
from helpdesk.archive.database.scope import acting
from helpdesk.conversations.queries import exists
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.oversight.policies import can_read_files
from helpdesk.oversight.queries.reading import reading_in_force


def read_agreements(*, actor: Actor, now: datetime, conversation: Ref) -> list[Shown]:
    """The earliest first. Raises NotFound (others' and to machines), Forbidden without a reading in force."""
    if actor.side in (Side.PLATFORM, Side.SYSTEM):
        raise NotFound("conversation.not_found")
    if actor.side is Side.ADMINISTRATOR and not can_read_files(actor=actor):
        raise Forbidden("oversight.not_yours")
    with acting(actor):
        if not exists(conversation=conversation):
            raise NotFound("conversation.not_found")
    reads = actor.side is Side.ADMINISTRATOR
    if reads and reading_in_force(actor=actor, now=now, conversation=conversation) is None:
        raise Forbidden("oversight.no_reading")
    return agreements_in(actor=actor, now=now, conversation=conversation)
