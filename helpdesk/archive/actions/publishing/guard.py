"""The guard: the last signed checkpoint in a file of its own, which only ever moves forward."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from helpdesk.archive.actions.publishing.files import make_folder, put
from helpdesk.archive.actions.publishing.steps import Step
from helpdesk.archive.queries.folder import guard_path


@contextmanager
def held(*, guard_id: UUID) -> Iterator[bool]:
    """Whether this process may publish under the guard: False at once where another one does.

    The system lets go of the lock when its holder dies.
    """
    path = guard_path(guard_id=guard_id)
    make_folder(path.parent)
    with path.with_suffix(".lock").open("wb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


def move(*, guard_id: UUID, note: str) -> None:
    """The guard holds this checkpoint from now on; the caller holds the lock and compared the two."""
    put(
        guard_path(guard_id=guard_id),
        note.encode(),
        written=Step.GUARD_WRITTEN,
        moved=Step.GUARD_MOVED,
        durable=Step.GUARD_DURABLE,
    )
