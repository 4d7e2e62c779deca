"""What all deeds and marks of team work ask first."""

from helpdesk.conversations.queries import exists
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.teamwork.policies import can_work_in


def marks_of(*, conversation: Ref) -> str:
    """Where those who change a thread's marks take turns, whichever way they come."""
    return f"conversations/{conversation}/marks"


def thread_to_work_in(*, actor: Actor, conversation: Ref) -> None:
    """Raise NotFound for what the present scope does not see, Forbidden for who may not work in it."""
    if not exists(conversation=conversation):
        raise NotFound("conversation.not_found")
    if not can_work_in(actor=actor, conversation=conversation):
        raise Forbidden("teamwork.not_yours")
