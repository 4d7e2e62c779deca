"""Import threads: those of an older system, one after the other, each whole or not at all."""

import hashlib
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from helpdesk.archive import actions as archive
from helpdesk.archive import queries as log
from helpdesk.archive.database.patience import unhurried
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Draft, Kept
from helpdesk.conduct import queries as conduct
from helpdesk.conduct.rules import examine
from helpdesk.conduct.rules.packs import Pack
from helpdesk.conduct.terms import Said
from helpdesk.conversations.actions.importing import take_in
from helpdesk.conversations.actions.intaking import note
from helpdesk.conversations.policies import can_import
from helpdesk.conversations.rules.imported import refusal_of_thread, side_of, thread_key, threads_in
from helpdesk.conversations.rules.imported.reading import Stream
from helpdesk.conversations.terms.importing import (
    IMPORTER,
    Brought,
    ReadThread,
    ThreadFormat,
    ThreadLine,
    ThreadsReport,
)
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import uuid7
from helpdesk.kernel.refusal import Busy, Conflict, Forbidden
from helpdesk.kernel.shape import Flaw, Misshapen

Progress = Callable[[ThreadsReport], None]


def import_threads(
    *,
    actor: Actor,
    now: datetime,
    stream: Stream,
    written: ThreadFormat,
    dry_run: bool = False,
    progress: Progress | None = None,
    stop: Callable[[], bool] = lambda: False,
    name: str = "",
    is_noted: bool = False,
) -> ThreadsReport:
    """Take in the threads of a file; one that cannot be taken in is reported with its line, and passed over.

    Each is a transaction of its own, and safe to repeat: what is here already is passed over. An import that
    added something is one entry more, with the digest and counts. A dry run does everything and keeps
    nothing. `progress` gets the report so far after each thread; when `stop` says so, those so far are all.
    The command line imports in the Platform's name. It is listed under the file's `name`, unless `is_noted`
    already. Raises Forbidden, and Busy where
    the last entry cannot be stored.
    """
    if not can_import(actor=actor):
        raise Forbidden("import.platform_only")
    by = IMPORTER if actor.side is Side.SYSTEM else actor
    work = _Import(by, now, _Digesting(stream), dry_run=dry_run)
    listed = None if dry_run or is_noted else (name, written)
    for read in threads_in(stream=work.stream, written=written):
        work.take(read)
        if progress:
            progress(work.report)
        if stop():
            work.report.stopped = True
            break
    return work.told(listed)


class _Digesting:
    """A stream, and the SHA-256 of what was read of it."""

    def __init__(self, stream: Stream) -> None:
        self._stream, self._sha256 = stream, hashlib.sha256()

    def read(self, size: int = -1, /) -> bytes:
        return self._seen(self._stream.read(size))

    def readline(self, size: int | None = -1, /) -> bytes:
        return self._seen(self._stream.readline(size))

    @property
    def digest(self) -> str:
        return self._sha256.hexdigest()

    def _seen(self, piece: bytes) -> bytes:
        self._sha256.update(piece)
        return piece


class _Import:
    """One import under way. Of the threads before, it remembers 16 bytes each."""

    def __init__(self, actor: Actor, now: datetime, stream: _Digesting, *, dry_run: bool) -> None:
        self.stream, self.report = stream, ThreadsReport(dry_run=dry_run)
        self._actor, self._began, self._from = actor, now, time.monotonic()
        self._seen: set[UUID] = set()
        self._places: set[tuple[str, str, str]] = set()
        self._pack: Pack | None = None

    def take(self, read: ReadThread) -> None:
        """One thread of the file."""
        self.report.line = max(read.line, *read.lines, 0)
        if read.thread is None:
            self.report.reject(read, read.flaws)
            return
        self.report.threads += 1
        try:
            brought = self._brought(read.thread)
        except Misshapen as refusal:
            self.report.reject(read, refusal.flaws, thread=read.thread.id)
        except (Busy, Conflict) as refusal:  # somebody else is at it; the same file goes on there later
            self.report.reject(read, [Flaw(code=refusal.code)], thread=read.thread.id)
        else:
            self.report.take(brought)
            self.report.remarked += self._remarked(read.thread) if brought.added else 0

    def _brought(self, thread: ThreadLine) -> Brought:
        now = self._now()
        if flaws := refusal_of_thread(thread=thread, now=now):
            raise Misshapen(*flaws)
        self._refuse_second(thread)
        with acting(self._actor):
            brought = take_in(actor=self._actor, now=now, thread=thread)
            if self.report.dry_run:
                transaction.set_rollback(True)
        return brought

    def _refuse_second(self, thread: ThreadLine) -> None:
        """The rows of a thread stand together, and one file has one thread for each order."""
        key = thread_key(thread=thread.id)
        if key in self._seen:
            raise Misshapen(Flaw(code="import.thread_twice", pointer="/id"))
        self._seen.add(key)
        if not self.report.dry_run:
            return  # what was stored says so itself
        place = (thread.seller, thread.order or "", "" if thread.order else f"{thread.offer} {thread.buyer}")
        if place in self._places:
            raise Misshapen(Flaw(code="import.other_thread", pointer="/order" if thread.order else "/offer"))
        self._places.add(place)

    def _now(self) -> datetime:
        """The archive takes no instant that is seconds old."""
        return self._began + timedelta(seconds=time.monotonic() - self._from)

    def _remarked(self, thread: ThreadLine) -> int:
        """In how many of its messages the rules find something; nothing follows from it."""
        self._pack = self._pack or conduct.pack_of_anywhere()
        found = (
            examine(
                said=Said(
                    text=one.text,
                    side=side_of(who=one.who),
                    language=one.language or "",
                    market=thread.market,
                ),
                pack=self._pack,
                seconds=time.thread_time,
            )
            for one in thread.messages
            if one.who != "platform"
        )
        return sum(bool(one.findings) for one in found)

    def told(self, listed: tuple[str, ThreadFormat] | None) -> ThreadsReport:
        """The report once all is read, and the entry of it where something was added."""
        report = self.report
        report.digest = self.stream.digest
        if listed is None and (report.dry_run or not report.messages):
            return report
        with acting(self._actor):
            unhurried()
            if report.messages:
                report.entry = self._sealed()
            if listed is not None:
                self._list(*listed)
        return report

    def _sealed(self) -> Kept:
        values = {"digest": self.report.digest.encode()}
        own = Draft(kind="import", key=f"import/{uuid7()}", values=values, facts=self.report.facts())
        [kept] = archive.append_many(chain=log.house(), actor=self._actor, now=self._now(), drafts=[own])
        return kept

    def _list(self, name: str, written: ThreadFormat) -> None:
        """Beside those that are handed in on a page."""
        note(
            actor=self._actor,
            now=self._began,
            ended_at=self._now(),
            name=name,
            written=written,
            report=self.report,
        )
