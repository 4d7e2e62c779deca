"""Work on imports: the worker tries what was handed in, takes in what shall be kept, and clears away."""

import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic
from typing import IO, Any

from django.core.files.storage import storages
from django.db.models import Q

from helpdesk.accounts import queries as accounts
from helpdesk.archive.database.scope import acting, everything
from helpdesk.conversations.actions.import_threads import import_threads
from helpdesk.conversations.actions.intaking import COUNTS, STORAGE, told, without_file
from helpdesk.conversations.models import Intake
from helpdesk.conversations.policies import can_import
from helpdesk.conversations.terms.importing import ThreadFormat, ThreadsReport
from helpdesk.conversations.terms.intakes import LIVES, SILENT
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import NotFound
from helpdesk.kernel.troubles import of_storage

_BEAT_SECONDS = 2.0
_AT_ONCE = 50


def work_on_imports(*, actor: Actor, now: datetime, stop: Callable[[], bool] = lambda: False) -> int:
    """How many were tried, taken in or cleared away. When `stop` says so, what is in stays in, and another
    worker goes on there. Raises Busy, OSError: the file cannot be read now; it waits.
    """
    cleared = _cleared(actor, now)
    row = _taken(actor, now)
    if row is None:
        return cleared
    by = accounts.administrator_for_system(person_id=row.person_id)
    work = _Work(row, now, stop)
    with tempfile.TemporaryFile(prefix="helpdesk-import-") as file:
        # whoever handed it in may do so no more, or its file went before its row could say so
        if by is None or not can_import(actor=by) or not _fetched(row, file):
            with acting(actor):
                without_file(row, removed_at=now)
            return cleared + 1
        report = import_threads(
            actor=by,
            now=now,
            stream=file,
            written=ThreadFormat(row.written),
            dry_run=row.run_at is None,
            progress=lambda report: work.beat(report, file),
            stop=work.is_over,
            is_noted=True,
        )
    work.end(actor, report)
    return cleared + 1


def _fetched(row: Intake, file: IO[bytes]) -> bool:
    """Whether it is there; on our own disk it is read however the storage is."""
    try:
        with of_storage(missing="import.not_found"), storages[STORAGE].open(row.key, "rb") as kept:
            shutil.copyfileobj(kept, file)
    except NotFound:
        return False
    file.seek(0)
    return True


def _cleared(actor: Actor, now: datetime) -> int:
    """Files whose time is over, and what was refused with them; one that is in needs its file no more."""
    with acting(actor):
        over = Q(asked_at__lte=now - LIVES) & (Q(run_at=None) | ~Q(ended_at=None, removed_at=None))
        waiting = Intake.objects.filter(over).exclude(key="", problems=[])
        rows = list(waiting.select_for_update(skip_locked=True).order_by("asked_at")[:_AT_ONCE])
        for row in rows:
            ends = {} if row.ended_at or row.removed_at else {"removed_at": now}
            without_file(row, problems=[], **ends)
    return len(rows)


def _taken(actor: Actor, now: datetime) -> Intake | None:
    """The oldest that nobody works on; one whose worker died is begun again."""
    with acting(actor):
        waiting = Intake.objects.filter(
            Q(tried_at=None) | Q(run_at__isnull=False), ended_at=None, removed_at=None
        )
        free = waiting.filter(Q(beat_at=None) | Q(beat_at__lt=now - SILENT))
        row = free.select_for_update(skip_locked=True).order_by("asked_at").first()
        if row is not None:
            Intake.objects.filter(id=row.id).update(beat_at=now)
    return row


class _Work:
    """One import under way: it says how far it is, every other second, and hears that it was dropped."""

    def __init__(self, row: Intake, now: datetime, stop: Callable[[], bool]) -> None:
        self._row, self._now, self._stop = row, now, stop
        self._began = monotonic()
        self._last, self._is_dropped = self._began, False
        runs = row.run_at is not None
        self._before = ThreadsReport(**{name: getattr(row, name) for name in COUNTS}) if runs else None

    def beat(self, report: ThreadsReport, file: IO[bytes]) -> None:
        """How far it is, and what came of it so far."""
        if (at := monotonic()) - self._last < _BEAT_SECONDS:
            return
        self._last = at
        with everything():
            changed = self._open().update(
                read=file.tell(), beat_at=self._at(), **told(report, before=self._before)
            )
        self._is_dropped = not changed

    def is_over(self) -> bool:
        """Whether to stop behind this thread."""
        return self._is_dropped or self._stop()

    def end(self, actor: Actor, report: ThreadsReport) -> None:
        """What came of it; of one that was stopped, the rest is left to the next worker."""
        entry = {"entry_id": report.entry.receipt.entry} if report.entry else {}
        changes = told(report, before=self._before) | entry | self._ends(report)
        with acting(actor):
            Intake.objects.filter(id=self._row.id).update(**changes)
        if "ended_at" in changes:
            with acting(actor):  # a storage that is away undoes nothing of it: the file goes with its week
                without_file(self._row)

    def _ends(self, report: ThreadsReport) -> dict[str, Any]:
        if report.stopped:
            return {"beat_at": None}
        name = "tried_at" if self._row.run_at is None else "ended_at"
        return {"beat_at": None, "read": self._row.size, name: self._at()}

    def _open(self) -> Any:
        return Intake.objects.filter(id=self._row.id, removed_at=None)

    def _at(self) -> datetime:
        return self._now + timedelta(seconds=monotonic() - self._began)
