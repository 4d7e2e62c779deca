"""What both deeds on several conversations share."""

from collections.abc import Callable, Sequence
from uuid import uuid5

from helpdesk.conversations.terms import Posted
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid, Refusal
from helpdesk.saved_replies.terms import MAX_TOGETHER, Outcome


def refuse_odd(*, conversations: Sequence[Ref]) -> None:
    """None, too many, or one twice. Raises Invalid."""
    if not conversations:
        raise Invalid("together.nobody", field="conversations")
    if len(conversations) > MAX_TOGETHER:
        raise Invalid("together.most", field="conversations", limit=MAX_TOGETHER)
    if len(set(conversations)) < len(conversations):
        raise Invalid("together.twice", field="conversations")


def key_of(*, actor: Actor, key: str, conversation: Ref) -> str:
    """The key of one of several: its own, and the same whenever the whole is sent again."""
    return str(uuid5(actor.person, f"together/{key}/{conversation}"))


def each(*, conversation: Ref, deed: Callable[[], Posted]) -> Outcome:
    """Do one of several; a refusal is an outcome, and keeps nothing else back."""
    try:
        return Outcome(conversation=conversation, posted=deed())
    except Refusal as refusal:
        return Outcome(conversation=conversation, refusal=refusal)
