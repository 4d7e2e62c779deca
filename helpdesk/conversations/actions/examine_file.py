"""Examine a file of a message: attachments look at its bytes, conduct at what stands in it; both or neither.

What was found goes on record in the transaction that lets the file out of quarantine, or holds it.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.db import Error

from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience, Kept
from helpdesk.attachments import actions as attachments
from helpdesk.attachments.terms import MAX_TRIES, OCR, OPEN_STATES, Due, Reason, Sealed
from helpdesk.conduct import actions as conduct
from helpdesk.conduct.terms import Decision, Source
from helpdesk.conversations.queries.attempts import backstage_chain
from helpdesk.conversations.queries.file_verdict import FileVerdict, file_verdict
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.refusal import Busy

_HOLDING = (Decision.HOLD_AUTHOR, Decision.HOLD_REVIEWER, Decision.REFUSE)
_AUDIENCES = {Side.SELLER: Audience.SELLER, Side.BUYER: Audience.BUYER}
_log = logging.getLogger(__name__)

Hear = Callable[[UUID, Sealed, str, Sequence[str], bool], None]
"""Told of a file's id, what it is, its author's language, the texts in it, and whether both sides open it."""


def examine_file(
    *,
    actor: Actor,
    now: datetime,
    due: Due,
    scanner: str,
    ocr: OCR,
    hear: Hear | None = None,
    read_at: Callable[[], datetime] | None = None,
) -> Kept | None:
    """The examination's entry; None where it cannot be told yet, or there is nothing left to examine.

    A file in which something was found that is not sent unasked waits for a person, and so does one that
    could not be read wholly. `hear` is told in the same transaction what was read, which nobody else keeps.
    `read_at` says when the reading was done: it may take longer than an entry's instant may lie back, and
    that is when the file was examined.
    Raises Busy (storage or scanner not to be had): the file stays in quarantine.
    """
    judging = _Judging(due, ocr)
    found = attachments.examine_file(actor=actor, now=now, due=due, scanner=scanner, judge=judging)
    if found is None:
        return None
    now = read_at() if read_at is not None else now
    with acting(actor):
        kept = attachments.book_examination(actor=actor, now=now, due=due, found=found)
        if kept is not None and judging.sealed is not None and judging.found is not None:
            _keep(actor, now, kept, judging.sealed, judging.found)
            if hear is not None:
                judged, texts = judging.found, judging.found.texts
                hear(due.ref.id, judging.sealed, judged.language, texts, found.state in OPEN_STATES)
                attachments.note_heard(actor=actor, now=now, file=due.ref)
    return kept


class _Judging:
    """Asked once, in the middle of an examination; remembers what it found."""

    def __init__(self, due: Due, ocr: OCR) -> None:
        self._due, self._ocr = due, ocr
        self.sealed: Sealed | None = None
        self.found: FileVerdict | None = None

    def __call__(self, path: Path, sealed: Sealed) -> Reason | None:
        self.sealed = sealed
        try:
            self.found = file_verdict(path=path, sealed=sealed, ocr=self._ocr)
        except (Busy, Error):
            raise
        except Exception:  # of the rules: a person reads what they cannot
            if self._due.tries < MAX_TRIES:
                raise
            _log.exception("file %s goes to a reviewer", self._due.ref)
            return Reason.UNREAD
        verdict = self.found.verdict
        if verdict.decision in _HOLDING and verdict.findings:
            return Reason.CONDUCT
        return Reason.UNREAD if self.found.gaps or verdict.unread else None


def _keep(actor: Actor, now: datetime, kept: Kept, sealed: Sealed, found: FileVerdict) -> None:
    held = found.verdict.decision in _HOLDING
    conduct.keep_verdict(
        actor=actor,
        now=now,
        chain=backstage_chain(conversation=sealed.conversation, audience=_AUDIENCES[sealed.side]),
        conversation=sealed.conversation.id,
        entry=kept.receipt.entry,
        side=sealed.side,
        language=found.language,
        verdict=found.verdict,
        source=Source.FILE,
        action="held" if held or found.gaps else "sent",
    )
