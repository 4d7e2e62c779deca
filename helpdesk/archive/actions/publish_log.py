"""Publish the log: tiles and bundles, the signature, the guard, and at last the checkpoint.

Each step is durable before the next begins, and the next run begins where the guard stands: recovery after a
crash is the same path again, and Ed25519 gives the same bytes. What was signed is never signed otherwise.
"""

import logging
from datetime import datetime, timedelta

from django.db import connections

from helpdesk.archive.actions.publishing import guard, steps
from helpdesk.archive.actions.publishing.files import put
from helpdesk.archive.actions.publishing.standing import Refusing, Standing, standing
from helpdesk.archive.actions.publishing.steps import Step
from helpdesk.archive.actions.publishing.tiles import Grower
from helpdesk.archive.models import State
from helpdesk.archive.queries.edge import Edge, edge
from helpdesk.archive.queries.folder import CHECKPOINT
from helpdesk.archive.rules.sequencing import HERE
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.refusal import Forbidden
from helpdesk.tlog import notes
from helpdesk.tlog.checkpoints import Checkpoint
from helpdesk.tlog.hashing import EMPTY_ROOT

PATIENCE = timedelta(seconds=10)
"""So long another node may have the guard or the key that this one lacks, before this one tells."""

_PENDING = "SELECT EXISTS (SELECT FROM archive_pending)"
_log = logging.getLogger(__name__)


def check_guard(*, actor: Actor, now: datetime) -> bool:
    """Whether entries may be numbered here: asked before each step. A refusal is noted for people to see.

    Raises OSError where a file cannot be read.
    """
    _refuse_others(actor)
    try:
        standing()
    except Refusing as refusing:
        _note_refusal(refusing, now)
        return False
    return True


def publish_log(*, actor: Actor, now: datetime, anew: bool = False) -> int:
    """Sign what is numbered; how many leaves are new under the checkpoint.

    None are while another process publishes, and while nothing may be signed: `queries.log_refusal` says why.
    `anew`: all files are written again from the rows. Raises OSError where the disk does not take them.
    """
    _refuse_others(actor)
    if not anew and _is_done():
        return 0
    locked = edge().guard_id
    with guard.held(guard_id=locked) as ours:
        try:
            at = standing() if ours else None
            if at is None or at.edge.guard_id != locked:
                return 0  # another process publishes, or the guard was moved just now
            return _publish(at, now, anew=anew)
        except Refusing as refusing:
            _note_refusal(refusing, now)
            return 0


def _refuse_others(actor: Actor) -> None:
    if actor.side is not Side.SYSTEM:
        raise Forbidden("archive.sequencer_only")


def _is_done() -> bool:
    """Nothing to sign, nothing to take back, and the files agree."""
    try:
        at = standing()
    except Refusing:
        return False
    signed = at.edge.signed_at and at.edge.signed_size == at.edge.frontier.size
    return bool(signed) and not at.edge.refused and at.note is not None and at.note == at.published


def _publish(at: Standing, now: datetime, *, anew: bool) -> int:
    if at.guard is None:
        guard.move(guard_id=at.edge.guard_id, note=_note(at, Checkpoint(at.edge.origin, 0, EMPTY_ROOT)))
    if not at.edge.guarded:
        _update(at.edge, guarded=True)
    steps.reached(Step.GUARD_NOTED)
    grower = Grower(at, anew=anew)
    grower.check()
    steps.reached(Step.CHECKED)
    grower.write()
    steps.reached(Step.TILES_DURABLE)
    size = at.edge.frontier.size
    note = _note(at, Checkpoint(at.edge.origin, size, at.edge.frontier.root()))
    steps.reached(Step.SIGNED)
    if size > grower.signed:
        guard.move(guard_id=at.edge.guard_id, note=note)
    steps.reached(Step.WITNESSED)
    _put_checkpoint(at, note)
    _update(at.edge, signed_size=size, signed_at=now, refused="", refused_size=None, refused_at=None)
    steps.reached(Step.NOTED)
    grower.sweep()
    steps.reached(Step.SWEPT)
    return size - grower.signed


def _note(at: Standing, head: Checkpoint) -> str:
    return notes.sign(head.text(), at.signer)


def _put_checkpoint(at: Standing, note: str) -> None:
    put(
        at.folder.path / CHECKPOINT,
        note.encode(),
        written=Step.CHECKPOINT_WRITTEN,
        moved=Step.CHECKPOINT_MOVED,
        durable=Step.CHECKPOINT_DURABLE,
    )


def _note_refusal(refusing: Refusing, now: datetime) -> None:
    """For the administrators. What may be the matter of this node alone is told when nobody else signs."""
    found = edge()
    if found.refused == refusing.why or (refusing.why in HERE and not _is_overdue(found, now)):
        return
    _log.error("nothing is numbered or signed: %s", refusing.why)
    _update(found, refused=refusing.why.value, refused_size=refusing.size, refused_at=now)


def _is_overdue(found: Edge, now: datetime) -> bool:
    if found.signed_at is not None and now - found.signed_at < PATIENCE:
        return False
    with connections["sequencer"].cursor() as cursor:
        cursor.execute(_PENDING)
        return bool(cursor.fetchone()[0]) or found.frontier.size > found.signed_size


def _update(found: Edge, **columns: object) -> None:
    State.objects.using("sequencer").filter(tree=found.tree).update(**columns)
