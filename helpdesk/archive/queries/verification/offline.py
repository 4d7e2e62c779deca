"""A log's folder by itself: no database, only its files and the keys that somebody trusts."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from uuid import UUID

from helpdesk.archive.queries.folder import CHECKPOINT, LogFolder
from helpdesk.archive.queries.verification.log import walked
from helpdesk.archive.queries.verification.signed import Head, Signed
from helpdesk.archive.terms import Finding, Progress
from helpdesk.tlog import checkpoints, notes
from helpdesk.tlog.keys import Verifier
from helpdesk.tlog.refusals import Refused


def verify_folder(*, path: Path, vkeys: Sequence[str]) -> Iterator[Progress | Finding]:
    """All files under the folder's checkpoint. Without a key its signature is a finding: `key.not_given`.

    Raises tlog.Refused for a key that is none.
    """
    folder, row = LogFolder(path), str(path / CHECKPOINT)
    keys = [Verifier.parse(vkey) for vkey in vkeys]
    note = folder.read_checkpoint()
    if note is None:
        yield Finding(code="checkpoint.missing", row=row, detail="there is no checkpoint")
        return
    try:
        head = checkpoints.parse(notes.split(note)[0])
        if keys:
            head = checkpoints.open_checkpoint(note, origin=head.origin, verifiers=keys)
        else:
            yield Finding(code="key.not_given", row=row, detail=f"signed in the name of {head.origin}")
    except Refused as refused:
        code = "key.untrusted" if refused.code == "note.unknown_keys" else "checkpoint.refused"
        yield Finding(code=code, row=row, detail=str(refused))
        return
    yield from walked(
        signed=Signed(
            tree=1,
            log_id=UUID(int=0),
            first_number=0,
            ends=None,
            folder=folder,
            checkpoint=Head(row=row, code="checkpoint.root", size=head.size, root=head.root),
            guard=None,
        )
    )
