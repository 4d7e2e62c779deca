"""A report, for an administrator who gave a reason for reading its file: with what was said around it."""

from dataclasses import dataclass
from datetime import datetime

from helpdesk.conversations.terms import Message, ThreadView
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.oversight.policies import can_read_files
from helpdesk.oversight.queries.reading import read_file, reading_in_force
from helpdesk.reports import queries as reports
from helpdesk.reports.terms import History, Report

_AROUND = 20  # messages before the one in question


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenReport:
    """`thread` is None where nobody has written about the order; `message` is the one that is reported."""

    report: Report
    history: History
    thread: ThreadView | None = None
    message: Message | None = None


def read_report(*, actor: Actor, now: datetime, report: Ref) -> OpenReport:
    """Under a reading in force of the thread that it lies beside, or of what stands for none.

    Raises NotFound (for the other sides too), Forbidden.
    """
    if actor.side is not Side.ADMINISTRATOR:
        raise NotFound("report.not_found")
    line = reports.line_of(actor=actor, report=report)
    if not can_read_files(actor=actor):
        raise Forbidden("oversight.not_yours")
    if reading_in_force(actor=actor, now=now, conversation=line.file) is None:
        raise Forbidden("oversight.no_reading")
    found = reports.report_of(actor=actor, report=report)
    history = reports.history_of(actor=actor, now=now, report=report)
    if not line.is_thread:
        return OpenReport(report=found, history=history)
    after_n = None if line.n is None else max(-1, line.n - _AROUND - 1)
    thread = read_file(actor=actor, now=now, conversation=line.file, after_n=after_n)
    said = next((one for one in thread.messages if one.id == line.message), None)
    return OpenReport(report=found, history=history, thread=thread, message=said)
