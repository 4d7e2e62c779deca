"""Ask a witness to cosign the newest checkpoint, as C2SP tlog-witness says.

A witness remembers the largest tree that it saw of us, and cosigns only what that tree is the beginning of:
so a log that shows different trees to different people cannot have both cosigned.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from helpdesk.archive.models import Cosignature, Witness
from helpdesk.archive.queries.folder import folder_of
from helpdesk.archive.queries.log import published
from helpdesk.archive.queries.proving import Published
from helpdesk.archive.terms import Trouble
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.refusal import Forbidden
from helpdesk.outsiders.asking import Answer, Unanswered, post
from helpdesk.tlog.keys import Verifier
from helpdesk.tlog.notes import Line
from helpdesk.tlog.proofs import consistency_proof, hashes_in_tiles
from helpdesk.tlog.refusals import Refused
from helpdesk.tlog.witnesses import MOST_BYTES, SIZE_TYPE, read_cosignature, read_size, submission

SECONDS = 10.0
"""So long a witness may take; the loop that asks it waits for nobody else."""

TRIES = 3  # it may tell us its size, and another worker may ask it in between

AHEAD = timedelta(minutes=10)
"""A cosignature from further in the future than this is refused: clocks are not that far apart."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Case:
    """One checkpoint before one witness; `seen`: the leaves that the witness is thought to know."""

    url: str
    key: Verifier
    head: Published
    seen: int


class _Refusing(Exception):
    def __init__(self, trouble: Trouble, detail: str, seen: int) -> None:
        super().__init__(detail)
        self.trouble, self.seen = trouble, seen


def ask_witness(*, actor: Actor, now: datetime, url: str, vkey: str) -> bool:
    """Whether the witness's line stands under the newest checkpoint, from before or by this call.

    False: it was silent or refused, which is noted (`queries.witnesses`) and keeps nobody from publishing.
    Raises tlog.Refused where our own folder is damaged; OSError where it cannot be read.
    """
    if actor.side is not Side.SYSTEM:
        raise Forbidden("archive.sequencer_only")
    head = published()
    if head is None or not head.size:
        return True
    case = _Case(url, Verifier.parse(vkey), head, _seen(vkey, head))
    if case.seen == head.size and _has(vkey, head):
        return True
    try:
        line = _asked(case)
        _check_time(line, now, case)
    except _Refusing as refusing:
        if not _is_outrun(refusing):
            _log.error("the witness %s does not cosign: %s (%s)", case.key.name, refusing.trouble, refusing)
            _note(case, now, seen=refusing.seen, trouble=refusing.trouble)
        return False
    _keep(case, line)
    _note(case, now, seen=head.size, trouble=None)
    return True


def _asked(case: _Case) -> Line:
    """The line; a witness that tells another size than we thought is asked again, from there."""
    for _ in range(TRIES):
        answer = _sent(case)
        if answer.status != 409:
            return _read(case, answer)
        case = _corrected(case, answer)
    raise _Refusing(Trouble.ANSWERS_WRONG, "another size each time", case.seen)


def _sent(case: _Case) -> Answer:
    body = submission(old_size=case.seen, proof=_proof(case), note=case.head.own_note)
    url = f"{case.url.rstrip('/')}/add-checkpoint"
    try:
        return post(url=url, body=body, content_type="text/plain", most=MOST_BYTES, seconds=SECONDS)
    except Unanswered as unanswered:
        raise _Refusing(Trouble.SILENT, str(unanswered), case.seen) from None


def _proof(case: _Case) -> Sequence[bytes]:
    size = case.head.size
    read = hashes_in_tiles(folder_of(log_id=case.head.log_id).read_tile, size)
    return consistency_proof(first=case.seen, second=size, read=read)


def _corrected(case: _Case, answer: Answer) -> _Case:
    try:
        if answer.content_type != SIZE_TYPE:
            raise Refused("witness.size", f"type {answer.content_type[:80]}")
        seen = read_size(answer.body)
    except Refused as refused:
        raise _Refusing(Trouble.ANSWERS_WRONG, str(refused), case.seen) from None
    if seen > case.head.size:
        raise _Refusing(Trouble.KNOWS_MORE, f"{seen} leaves, we have {case.head.size}", seen)
    if seen == case.seen:
        trouble = Trouble.KNOWS_ANOTHER if seen == case.head.size else Trouble.ANSWERS_WRONG
        raise _Refusing(trouble, f"it knows {seen} leaves, and did not take {case.seen}", seen)
    return replace(case, seen=seen)


def _read(case: _Case, answer: Answer) -> Line:
    if answer.status != 200:
        trouble = Trouble.KNOWS_ANOTHER if answer.status == 422 else Trouble.REFUSES
        raise _Refusing(trouble, f"status {answer.status}", case.seen)
    try:
        return read_cosignature(answer.body, note=case.head.own_note, witness=case.key)
    except Refused as refused:
        raise _Refusing(Trouble.ANSWERS_WRONG, str(refused), case.seen) from None


def _at(line: Line) -> datetime:
    return datetime.fromtimestamp(line.at or 0, UTC)


def _check_time(line: Line, now: datetime, case: _Case) -> None:
    """Of years that no calendar has, too."""
    if (line.at or 0) > (now + AHEAD).timestamp():
        raise _Refusing(Trouble.ANSWERS_WRONG, f"from the future: {line.at}", case.seen)


def _is_outrun(refusing: _Refusing) -> bool:
    """Another worker published and asked while we did: no trouble, the next round begins there."""
    newest = published()
    return refusing.trouble is Trouble.KNOWS_MORE and newest is not None and newest.size >= refusing.seen


def _seen(vkey: str, head: Published) -> int:
    """Leaves to prove the growth from: never more than we have, whatever the witness told us."""
    known = Witness.objects.filter(vkey=vkey, tree=head.tree).first()
    return min(known.size, head.size) if known else 0


def _has(vkey: str, head: Published) -> bool:
    return Cosignature.objects.filter(tree=head.tree, size=head.size, witness=vkey).exists()


def _keep(case: _Case, line: Line) -> None:
    """The first line under a checkpoint stays: another worker may have asked too."""
    head = case.head
    row = Cosignature(
        tree=head.tree,
        size=head.size,
        witness=case.key.vkey,
        note=head.own_note,
        line=line.written(),
        at=_at(line),
    )
    Cosignature.objects.using("sequencer").bulk_create([row], ignore_conflicts=True)


def _note(case: _Case, now: datetime, *, seen: int, trouble: Trouble | None) -> None:
    before = Witness.objects.filter(vkey=case.key.vkey).first()
    since = before.since if before and before.since else now
    found = {
        "tree": case.head.tree,
        "size": seen,
        "asked_at": now,
        "trouble": trouble or "",
        "since": since if trouble else None,
    }
    Witness.objects.using("sequencer").update_or_create(vkey=case.key.vkey, defaults=found)
