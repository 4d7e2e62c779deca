"""Hear a file again that was examined before search had its text: no verdict changes, no entry is made."""

from datetime import datetime
from functools import partial
from pathlib import Path

from helpdesk.archive.database.scope import acting
from helpdesk.attachments import actions as attachments
from helpdesk.attachments.terms import OCR, Due, Sealed
from helpdesk.conversations.actions.examine_file import Hear
from helpdesk.conversations.queries.file_verdict import file_texts
from helpdesk.kernel.actor import Actor


def hear_file(*, actor: Actor, now: datetime, due: Due, ocr: OCR, hear: Hear) -> bool:
    """Whether there was anything left to hear. `hear` is told in the transaction that notes it.

    Raises Busy (storage not to be had): another time, MAX_TRIES times in all.
    """
    found = attachments.read_again(actor=actor, now=now, due=due, read=partial(_texts, ocr))
    with acting(actor):
        shown = attachments.note_heard(actor=actor, now=now, file=due.ref)
        if found is None or shown is None:
            return False
        sealed, (language, texts) = found
        hear(due.ref.id, sealed, language, texts, shown)
    return True


def _texts(ocr: OCR, path: Path, sealed: Sealed) -> tuple[str, tuple[str, ...]]:
    return file_texts(path=path, sealed=sealed, ocr=ocr)
