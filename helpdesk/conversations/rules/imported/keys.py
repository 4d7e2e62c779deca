"""How a thread and a message of an older system are known again, without keeping what they were called."""

from uuid import UUID, uuid5

_OF = UUID("3a3f2f6a-2f4e-5f0f-8f7e-0e8f6d1b9c55")


def thread_key(*, thread: str) -> UUID:
    """Of a thread, by the older system's id."""
    return uuid5(_OF, thread)


def message_key(*, thread: str, message: str) -> UUID:
    """Of a message, whose id need be its own in its thread only."""
    return uuid5(thread_key(thread=thread), message)


def key_of(*, thread: str, message: str) -> str:
    """The idempotency key of its entry."""
    return f"imported/{message_key(thread=thread, message=message)}"
