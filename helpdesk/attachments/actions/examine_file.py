"""Examine a file: is it what was sealed, does a scanner know it, can it be drawn anew, may it be sent?"""

import hashlib
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Value
from helpdesk.archive.terms import Audience
from helpdesk.attachments import storage
from helpdesk.attachments.actions import apart
from helpdesk.attachments.actions.scanning import NoAnswer, scan
from helpdesk.attachments.models import File
from helpdesk.attachments.rules import copy_key, read_value, thumb_key
from helpdesk.attachments.terms import (
    FILE_VALUE,
    MAX_TRIES,
    OPEN_STATES,
    Copy,
    Due,
    Found,
    Mark,
    Reason,
    Sealed,
    State,
    Type,
)
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Busy, NotFound

Judge = Callable[[Path, Sealed], Reason | None]
"""Why a person has to look at a file on disk before the other side does; None: nobody has to."""


def examine_file(*, actor: Actor, now: datetime, due: Due, scanner: str, judge: Judge) -> Found | None:
    """What was found of a file that this worker has taken up; None where it cannot be told yet, or there is
    nothing left to examine. `scanner`: ClamAV's address, empty where there is none. `judge` is asked last,
    of what nothing else speaks against and both sides are to see.

    Of a picture that can be drawn, copy and thumbnail are stored beside the original; nobody sees them before
    the finding is booked. Raises Busy (storage or scanner not to be had): the file stays in quarantine.
    """
    with acting(actor):
        row = File.objects.get(seller_id=due.ref.seller_id, id=due.ref.id)
        sealed = Value.objects.filter(
            seller_id=due.ref.seller_id, entry_id=due.entry, name=FILE_VALUE.format(due.position)
        ).first()
    if row.state != State.PENDING.value or row.erased_at is not None or sealed is None:
        return None
    said = read_value(bytes(sealed.value))
    with tempfile.TemporaryDirectory(prefix="helpdesk-") as folder:
        original = Path(folder, "original")
        if fetched(row.storage_key, original) != said["digest"]:
            return Found(state=State.REFUSED, reason=Reason.ALTERED)
        media = Type(said["type"])
        found = _scanned(original, scanner) or _drawn(row, original, media, scanner, due.tries)
        if found.state not in OPEN_STATES:
            return found
        # what one side alone shows the Platform goes to nobody who needs to be spared it
        beside = row.audience != Audience.BOTH.value
        reason = None if beside else judge(original, sealed_of(row, said))
        return (
            found if reason is None else replace(found, state=State.HELD, passes=found.state, reason=reason)
        )


def sealed_of(row: File, said: dict[str, Any]) -> Sealed:
    """What its message sealed of it."""
    assert row.buyer_id is not None  # what one side alone sends the Platform is not read
    return Sealed(
        conversation=Ref(row.seller_id, row.chain),
        entry=row.entry_id,
        position=row.position,
        side=Side(row.side),
        author=row.author,
        buyer_id=row.buyer_id,
        at=row.at,
        name=said["name"],
        type=Type(said["type"]),
        marked=Mark(said["marked"]) if "marked" in said else None,
    )


def fetched(key: str, path: Path) -> str:
    """The digest of what is stored; empty where nothing is."""
    try:
        with storage.opened(key=key) as content, path.open("wb") as file:
            shutil.copyfileobj(content, file)
    except NotFound:
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _scanned(original: Path, scanner: str) -> Found | None:
    """What the scanner has against it, if anything."""
    if not scanner:
        return None
    try:
        with original.open("rb") as content:
            found = scan(address=scanner, content=content)
    except NoAnswer as error:
        raise Busy("file.scanner") from error
    return Found(state=State.INFECTED, reason=Reason.SCANNER, signature=found) if found else None


def _drawn(row: File, original: Path, media: Type, scanner: str, tries: int) -> Found:
    passed = State.CLEAN if scanner else State.UNEXAMINED
    if not media.is_image:
        return Found(state=passed)
    copy, thumb = original.with_name("copy"), original.with_name("thumb")
    try:
        drawn = apart.draw(source=original, media=media, copy=copy, thumb=thumb)
    except apart.Unreadable:
        return Found(state=State.REFUSED, reason=Reason.UNREADABLE)
    except apart.Burst as error:
        if tries < MAX_TRIES:
            raise Busy("file.scanner") from error
        return Found(state=State.REFUSED, reason=Reason.BURST)
    for path, key in ((copy, copy_key(row.storage_key)), (thumb, thumb_key(row.storage_key))):
        with path.open("rb") as content:
            storage.keep(key=key, content=content)
    return Found(state=passed, copy=_copy(copy, drawn))


def _copy(path: Path, drawn: apart.Drawn) -> Copy:
    with path.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").digest()
    return Copy(
        digest=digest,
        size=path.stat().st_size,
        type=Type(drawn.type),
        width=drawn.width,
        height=drawn.height,
    )
