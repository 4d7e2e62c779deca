"""How the cast reports, and how the desk decides."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from helpdesk.archive.terms import Kept
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions
from helpdesk.reports import actions as reports
from helpdesk.reports.terms import Filed, Found, Outcome, Ruling, Said, Subject
from tests.cast import CLARA, EDDA

WORDS = "She wrote to my private address: buy it for less."
REASON = "The message is an ordinary answer."


def file(
    subject: Subject,
    *,
    actor: Actor = CLARA,
    what: str = "contact_outside",
    channel: str = "",
    words: str = WORDS,
    files: Sequence[UUID] = (),
    key: str = "report",
    now: datetime | None = None,
) -> Filed:
    said = Said(what=what, channel=channel, words=words, files=files)
    return reports.file_report(actor=actor, now=now or clock.now(), subject=subject, said=said, key=key)


def read(file: Ref, *, actor: Actor = EDDA, now: datetime | None = None) -> None:
    at = now or clock.now()
    actions.open_file(actor=actor, now=at, conversation=file, reason="report", key=f"read-{file}-{at}")


def settle(
    report: Ref,
    *,
    actor: Actor = EDDA,
    outcome: str = "founded",
    found: str | None = "contact",
    reason: str = "",
    key: str = "settle",
    now: datetime | None = None,
) -> Kept:
    ruling = Ruling(outcome=Outcome(outcome), found=Found(found) if found else None, reason=reason)
    return actions.settle_report(actor=actor, now=now or clock.now(), report=report, ruling=ruling, key=key)


def turn_down(report: Ref, *, outcome: str = "unfounded", key: str = "settle", actor: Actor = EDDA) -> Kept:
    return settle(report, actor=actor, outcome=outcome, found=None, reason=REASON, key=key)
