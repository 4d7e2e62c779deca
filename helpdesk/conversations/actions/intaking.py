"""What the deeds around an import of threads share: its file, and its row."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.files.storage import storages

from helpdesk.attachments.rules import cleaned
from helpdesk.conversations.models import Intake
from helpdesk.conversations.policies import can_import
from helpdesk.conversations.terms.importing import Refusing, ThreadsReport
from helpdesk.conversations.terms.intakes import MAX_NAMED
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.kernel.troubles import of_storage

STORAGE = "imports"
COUNTS = ("threads", "begun", "extended", "messages", "known", "rejected", "remarked")
_ADDED = ("begun", "extended", "messages", "remarked")  # of what is new: whoever goes on finds it known


def refuse_strangers(actor: Actor) -> None:
    """Raises Forbidden for whoever may not import."""
    if not can_import(actor=actor):
        raise Forbidden("import.platform_only")


def locked(id: UUID) -> Intake:
    """The import, held until the end of the transaction. Raises NotFound."""
    row = Intake.objects.select_for_update().filter(id=id).first()
    if row is None:
        raise NotFound("import.not_found")
    return row


def without_file(row: Intake, **changes: Any) -> None:
    """The file goes first: what stays with a key is looked at again. Raises Busy."""
    if row.key:
        with of_storage(missing="import.not_found"):
            storages[STORAGE].delete(row.key)
    Intake.objects.filter(id=row.id).update(key="", **changes)


def told(report: ThreadsReport, *, before: ThreadsReport | None = None) -> dict[str, Any]:
    """The report as columns; `before` is what the same import had added when it was interrupted."""
    counts = {name: getattr(report, name) for name in COUNTS}
    if before is not None:
        counts |= {name: counts[name] + getattr(before, name) for name in _ADDED}
        counts["known"] = max(0, report.known - before.messages)
    return {**counts, "problems": [_named(one) for one in report.problems[:MAX_NAMED]]}


def note(
    *, actor: Actor, now: datetime, ended_at: datetime, name: str, written: str, report: ThreadsReport
) -> None:
    """An import by command or over the API, once it is over."""
    entry = report.entry.receipt.entry if report.entry else None
    Intake.objects.create(
        id=report.id,
        person_id=actor.person,
        name=cleaned(name) if name else "",
        written=written,
        asked_at=now,
        tried_at=now,
        run_at=now,
        ended_at=ended_at,
        entry_id=entry,
        **told(report),
    )


def _named(one: Refusing) -> dict[str, Any]:
    params = {name: str(value) for name, value in one.flaw.params.items()}
    place = {"line": one.line, "thread": one.thread, "pointer": one.flaw.pointer}
    return {**place, "code": one.flaw.code, "params": params}
