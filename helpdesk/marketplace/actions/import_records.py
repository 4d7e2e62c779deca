"""Import records: a file of NDJSON, in batches, as one transaction and one entry."""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

from django.db import DataError, IntegrityError, transaction

from helpdesk.archive import actions as archive
from helpdesk.archive import queries as log
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Draft
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import uuid7
from helpdesk.kernel.refusal import Forbidden
from helpdesk.kernel.shape import Flaw, Misshapen
from helpdesk.marketplace.actions.mirroring import Mirroring, Sent
from helpdesk.marketplace.policies import can_mirror
from helpdesk.marketplace.rules.reading import record_in
from helpdesk.marketplace.terms.kinds import Name
from helpdesk.marketplace.terms.outcomes import ImportReport

BATCH = 2000  # records per round of SQL: few enough for a lively progress bar, enough to amortise
_BOM = b"\xef\xbb\xbf"

Progress = Callable[[int], None]


def import_records(
    *,
    actor: Actor,
    now: datetime,
    lines: Iterable[bytes],
    strict: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Take in the records line by line; a line that cannot be taken in is reported and skipped.

    With `strict` one such line undoes them all. An import that changed something is one entry with the
    file's digest and counts; one that changed nothing leaves no trace. `progress` gets the lines read so far.
    Raises Forbidden, Busy.
    """
    if not can_mirror(actor):
        raise Forbidden("record.platform_only")
    started = time.monotonic()
    with acting(actor):
        work = _Import()
        for batch in work.batches(lines):
            work.take_in(batch)
            if progress:
                progress(work.report.lines)
        report = work.told()
        if strict and report.rejected:
            report.rolled_back = True
            transaction.set_rollback(True)
        elif work.deeds or report.applied:
            elapsed = timedelta(seconds=time.monotonic() - started)
            work.seal(actor, now + elapsed)  # at the end: the house chain is locked for a moment only
    return report


class _Import:
    """One import under way."""

    def __init__(self) -> None:
        self.report = ImportReport()
        self.deeds: list[Draft] = []
        self._digest = hashlib.sha256()
        self._mirroring = Mirroring()

    def batches(self, lines: Iterable[bytes]) -> Iterator[list[Sent]]:
        """Readable records in order, each name once per batch, so that versions are taken in one by one."""
        batch: list[Sent] = []
        names: set[Name] = set()
        for sent in self._read(lines):
            if sent.name in names or len(batch) == BATCH:
                yield batch
                batch, names = [], set()
            batch.append(sent)
            names.add(sent.name)
        if batch:
            yield batch

    def _read(self, lines: Iterable[bytes]) -> Iterator[Sent]:
        for number, line in enumerate(lines, start=1):
            self._digest.update(line)
            self.report.lines = number
            text = line.removeprefix(_BOM).strip() if number == 1 else line.strip()
            if not text:
                continue
            try:
                name, record = record_in(text)
            except Misshapen as refusal:
                self.report.reject(number, refusal.flaws)
            else:
                yield Sent(line=number, name=name, record=record)

    def take_in(self, batch: list[Sent]) -> None:
        """Store a batch; where the database itself objects, halves of it, down to the record at fault."""
        try:
            with transaction.atomic():
                outcome = self._mirroring.take_in(batch)
        except (IntegrityError, DataError):
            if len(batch) == 1:
                self.report.reject(batch[0].line, [Flaw(code="record.conflict")])
                return
            middle = len(batch) // 2
            self.take_in(batch[:middle])
            self.take_in(batch[middle:])
            return
        self.report.applied.update(sent.name.kind for sent in outcome.applied)
        self.report.unchanged += len(outcome.unchanged)
        for sent, flaws in outcome.rejected:
            self.report.reject(sent.line, flaws)
        self.deeds += outcome.deeds

    def told(self) -> ImportReport:
        """The report once all is read, its problems in the order of the file."""
        self.report.digest = self._digest.hexdigest()
        self.report.problems.sort(key=lambda problem: problem.line)
        return self.report

    def seal(self, actor: Actor, now: datetime) -> None:
        """The entries: what moved a legal clock, and the import itself."""
        values = {"digest": self.report.digest.encode()}
        own = Draft(kind="import", key=f"import/{uuid7()}", values=values, facts=self.report.facts())
        kept = archive.append_many(chain=log.house(), actor=actor, now=now, drafts=[*self.deeds, own])
        self.report.entry = kept[-1]
