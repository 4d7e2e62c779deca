"""Move the guard: from now on this machine's file counts, and no other."""

from datetime import datetime
from uuid import UUID, uuid4

from helpdesk.archive.actions.publishing import guard
from helpdesk.archive.models import State
from helpdesk.archive.queries.edge import Edge, edge
from helpdesk.archive.queries.folder import folder_of, guard_path, read_guard
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.refusal import Conflict, Forbidden
from helpdesk.tlog.checkpoints import open_checkpoint
from helpdesk.tlog.keys import Verifier
from helpdesk.tlog.refusals import Refused


def move_guard(*, actor: Actor, now: datetime, brought: bytes | None = None) -> int:
    """A new guard here, at the furthest checkpoint that can be found; the leaves under it.

    Looked at: the checkpoint that was `brought` from another machine, the published one, and a guard that is
    here already. It gets a new id, so that the old file, wherever it is, never lets anybody sign again.
    Raises Conflict where no checkpoint is found, where the database is behind it (resume the log instead),
    where the database knows of a later one, and while the log is being published.
    """
    if actor.side is not Side.SYSTEM:
        raise Forbidden("archive.sequencer_only")
    with guard.held(guard_id=edge().guard_id) as ours:
        if not ours:
            raise Conflict("archive.publishing")
        found = edge()
        size, note = _furthest(found, brought)
        fresh = uuid4()
        guard.move(guard_id=fresh, note=note)
        State.objects.using("sequencer").filter(tree=found.tree).update(
            guard_id=fresh, guarded=True, refused="", refused_size=None, refused_at=None
        )
        _retire(found.guard_id)
    return size


def _furthest(found: Edge, brought: bytes | None) -> tuple[int, str]:
    folder = folder_of(log_id=found.log_id)
    notes = [brought, folder.read_checkpoint(), read_guard(guard_id=found.guard_id)]
    heads = [(_size(note, found, strict=note is brought), note) for note in notes if note]
    size, note = max(heads, default=(-1, b""))
    if size < 0:
        raise Conflict("archive.no_checkpoint")
    if size > found.frontier.size:
        raise Conflict("archive.guard_ahead", guard=size, size=found.frontier.size)
    if size < found.signed_size:
        raise Conflict("archive.checkpoint_old", found=size, signed=found.signed_size)
    return size, note.decode()


def _size(note: bytes, found: Edge, *, strict: bool) -> int:
    try:
        return open_checkpoint(note, origin=found.origin, verifiers=[Verifier.parse(found.vkey)]).size
    except Refused as refused:
        if strict:
            raise Conflict("archive.no_checkpoint", why=refused.code) from refused
        return -1


def _retire(guard_id: UUID) -> None:
    """The old file, where it is here."""
    path = guard_path(guard_id=guard_id)
    path.unlink(missing_ok=True)
    path.with_suffix(".lock").unlink(missing_ok=True)
