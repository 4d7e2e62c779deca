"""What an open file says of erasure and holds."""

from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.retention import policies, queries


def of(actor: Actor, conversation: Ref) -> dict[str, object]:
    """Whether a hold covers it, and what this administrator may ask for."""
    return {
        "held": queries.is_held(actor=actor, conversation=conversation),
        "may_request": policies.can_request_erasure(actor=actor),
        "may_hold": policies.can_hold(actor=actor),
    }
