"""Past instants: the demo carries out real deeds as if earlier, which only a demo log accepts."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_backdated: ContextVar[bool] = ContextVar("helpdesk_backdated", default=False)


@contextmanager
def backdating() -> Iterator[None]:
    """Deeds inside may lie in the past; the database refuses them unless the log is a demo's."""
    token = _backdated.set(True)
    try:
        yield
    finally:
        _backdated.reset(token)


def is_backdating() -> bool:
    """Whether deeds may lie in the past just now."""
    return _backdated.get()
