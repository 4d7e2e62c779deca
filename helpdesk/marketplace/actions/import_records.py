"""Import records: a stream of NDJSON, in batches, as one transaction and one entry."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from io import IOBase

from django.db import transaction

from helpdesk.archive import actions as archive
from helpdesk.archive import queries as log
from helpdesk.archive.database.patience import unhurried
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Draft
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import uuid7
from helpdesk.kernel.refusal import Forbidden
from helpdesk.kernel.shape import Misshapen
from helpdesk.marketplace.actions.lines import Lines
from helpdesk.marketplace.actions.mirroring import Mirroring, apart
from helpdesk.marketplace.actions.taken import Outcome, Sent
from helpdesk.marketplace.policies import can_mirror
from helpdesk.marketplace.rules.reading import head_of, record_in
from helpdesk.marketplace.terms.outcomes import ImportReport

BATCH = 2000  # records per round of SQL: few enough for a lively progress bar, enough to amortise

Line = tuple[int, bytes]
Progress = Callable[[ImportReport], None]


def import_records(
    *,
    actor: Actor,
    now: datetime,
    lines: IOBase | Iterable[bytes],
    strict: bool = False,
    progress: Progress | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> ImportReport:
    """Take in the records line by line; a line that cannot be taken in is reported and skipped.

    A record that names a market, a seller or an order which has not arrived waits for it. With `strict` such
    a record is refused, and one refused line undoes all. An import that changed something is one entry with
    the digest and counts of what was read; one that changed nothing leaves no trace. `progress` gets the
    report so far after each batch. When `stop` says so, the batches so far are all. Raises Forbidden, Busy.
    """
    if not can_mirror(actor):
        raise Forbidden("record.platform_only")
    started = time.monotonic()
    with acting(actor):
        unhurried()
        work = _Import(lines, now=now, strict=strict)
        for batch in work.batches():
            work.take_in(batch)
            if progress:
                progress(work.report)
            if stop():
                work.report.stopped = True
                break
        report = work.told()
        if strict and report.rejected:
            report.rolled_back = True
            transaction.set_rollback(True)
        elif work.has_changed_something:
            elapsed = timedelta(seconds=time.monotonic() - started)
            work.seal(actor, now + elapsed)  # at the end: the house chain is locked for a moment only
    return report


class _Import:
    """One import under way."""

    def __init__(self, lines: IOBase | Iterable[bytes], *, now: datetime, strict: bool) -> None:
        self.report = ImportReport()
        self._deeds: list[Draft] = []
        self._lines = Lines(lines)
        self._mirroring = Mirroring(now=now, strict=strict)

    @property
    def has_changed_something(self) -> bool:
        """Whether there is anything for the Archive."""
        return bool(self._deeds or self.report.applied)

    def batches(self) -> Iterator[list[Line]]:
        """Lines that hold something, so many at a time."""
        batch: list[Line] = []
        number = 0
        for number, text in self._lines:
            if text:
                batch.append((number, text))
            if len(batch) == BATCH:
                yield self._read_to(number, batch)
                batch = []
        if batch:
            yield self._read_to(number, batch)

    def _read_to(self, number: int, batch: list[Line]) -> list[Line]:
        self.report.lines = number
        return batch

    def take_in(self, batch: Sequence[Line]) -> None:
        """Leave what is not newer, read the rest, and store it."""
        for part in apart(self._readable(self._newer(batch)), limit=BATCH):
            self._count(self._mirroring.take_in(part))

    def _newer(self, batch: Sequence[Line]) -> Iterator[Line]:
        heads = [head_of(text) for _, text in batch]
        held = self._mirroring.held([head[0] for head in heads if head])
        for line, head in zip(batch, heads, strict=True):
            ours = held.get(head[0]) if head else None
            if head is None or ours is None or head[1] > ours:
                yield line
            elif head[1] == ours:
                self.report.unchanged += 1
            else:
                self.report.older += 1

    def _readable(self, lines: Iterable[Line]) -> Iterator[Sent]:
        for number, text in lines:
            try:
                name, record = record_in(text)
            except Misshapen as refusal:
                self.report.reject(number, refusal.flaws)
            else:
                yield Sent(line=number, name=name, record=record)

    def _count(self, outcome: Outcome) -> None:
        report = self.report
        report.applied.update(sent.name.kind for sent in outcome.applied)
        report.updated.update(sent.name.kind for sent in outcome.updated)
        report.unchanged += len(outcome.unchanged)
        report.older += len(outcome.older)
        report.waiting += sum(sent.line > 0 for sent, _ in outcome.waiting)
        for sent, flaws in outcome.rejected:
            report.reject(sent.line, flaws, sent.name)
        self._deeds += outcome.deeds

    def told(self) -> ImportReport:
        """The report once all is read, its problems in the order of the file."""
        self.report.digest = self._lines.digest
        self.report.incomplete = self._mirroring.incomplete()
        self.report.problems.sort(key=lambda problem: problem.line)
        return self.report

    def seal(self, actor: Actor, now: datetime) -> None:
        """The entries: what moved a legal clock, and the import itself."""
        values = {"digest": self.report.digest.encode()}
        own = Draft(kind="import", key=f"import/{uuid7()}", values=values, facts=self.report.facts())
        kept = archive.append_many(chain=log.house(), actor=actor, now=now, drafts=[*self._deeds, own])
        self.report.entry = kept[-1]
