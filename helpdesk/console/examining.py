"""The worker's examination of files, in a thread of its own: neither sequencing nor clocks wait for it."""

import logging
import threading
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager
from uuid import UUID

from django.conf import settings
from django.db import Error, connections

from helpdesk.attachments import actions, queries
from helpdesk.attachments.terms import OCR, Due, Sealed
from helpdesk.console.beside import beside
from helpdesk.conversations.actions import examine_file, hear_file
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.refusal import Busy
from helpdesk.search import actions as search

LOOK_SECONDS = 1.0
"""How often files are looked for when there are none; people wait for what they sent to be shown."""

SWEEP_SECONDS = 600.0
"""How often uploads that nobody posted are looked for; they are a day old by then."""

PAUSE_SECONDS = 5.0
AT_ONCE = 100
TELL_EACH = 50
"""Of old files that are read again, so many from one line of the log to the next; and the last one."""

_log = logging.getLogger(__name__)


def examining(*, stop: threading.Event) -> AbstractContextManager[None]:
    """Examine in a thread until the block ends; a file that takes longer is taken up by another worker."""
    return beside(_loop, name="examine", stop=stop, patience=PAUSE_SECONDS + 1)


def _loop(stop: threading.Event) -> None:
    swept_at = -SWEEP_SECONDS
    while not stop.is_set():
        if time.monotonic() - swept_at >= SWEEP_SECONDS:
            swept_at = time.monotonic()
            sweep_once()
        if not (done := examine_once() or hear_once()):
            stop.wait(PAUSE_SECONDS if done is None else LOOK_SECONDS)


def examine_once() -> int | None:
    """How many files were looked at, at most one. None: the database is not to be had."""
    try:
        taken = actions.take_up_files(actor=SYSTEM, now=clock.now(), limit=1)
        for due in taken:
            _examine(due)
    except (Error, Busy) as error:
        _log.warning("files are not examined: %s", str(error).strip())
        connections.close_all()
        return None
    return len(taken)


def hear_once() -> int | None:
    """While nobody waits: one file that was examined before search had its text. None: no database."""
    try:
        taken = actions.take_up_unheard(actor=SYSTEM, now=clock.now(), limit=1)
        for due in taken:
            _hear(due)
    except (Error, Busy) as error:
        _log.warning("old files are not read again: %s", str(error).strip())
        connections.close_all()
        return None
    return len(taken)


def _hear(due: Due) -> None:
    """One that fails is tried again after its lease, a few times; the others do not wait for it."""
    try:
        now, ocr = clock.now(), OCR(settings.HELPDESK.ocr)
        hear_file(actor=SYSTEM, now=now, due=due, ocr=ocr, hear=_make_findable)
    except (Error, Busy):
        raise
    except Exception:
        _log.exception("file %s is not read again", due.ref)
    left = queries.unheard_count(actor=SYSTEM)
    if left % TELL_EACH == 0:
        _log.info("old files are read again for search: %d left", left)


def _examine(due: Due) -> None:
    """Whatever one file has to do with it, the others must not wait for a restart."""
    try:
        set_up, now = settings.HELPDESK, clock.now()
        examine_file(
            actor=SYSTEM,
            now=now,
            due=due,
            scanner=set_up.clamav,
            ocr=OCR(set_up.ocr),
            hear=_make_findable,
            read_at=clock.now,
        )
        return
    except Busy as error:
        _log.warning("file %s stays in quarantine: %s", due.ref, error.__cause__ or error)
    except Error:
        raise
    except Exception:
        _log.exception("file %s stays in quarantine", due.ref)
    actions.postpone_examination(actor=SYSTEM, now=clock.now(), due=due)


def _make_findable(file: UUID, sealed: Sealed, language: str, texts: Sequence[str], shown: bool) -> None:
    """What was read is handed to search, which keeps its words."""
    search.index_file(
        actor=SYSTEM,
        now=clock.now(),
        file=file,
        sealed=sealed,
        language=language,
        texts=texts,
        shown=shown,
    )


def sweep_once() -> None:
    """Clear away uploads that nobody posted."""
    try:
        while actions.sweep_uploads(actor=SYSTEM, now=clock.now(), limit=AT_ONCE) == AT_ONCE:
            pass
    except (Error, Busy) as error:
        _log.warning("old uploads are not cleared away: %s", str(error).strip())
        connections.close_all()
