"""What verifications found, in words: of one file, and of the whole record."""

from dataclasses import dataclass, replace

from django.conf import settings

from helpdesk.archive.terms import Finding
from helpdesk.archive.words import FINDINGS
from helpdesk.conversations.terms import ThreadView
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions
from helpdesk.oversight.terms import Integrity, State, Verified

NAMED = 20  # findings that a page names; the command line names them all


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One finding: what is wrong, with which row, and the file that it lies in, if it lies in one.

    `at` is the number of the message, where the page shows it.
    """

    what: str
    row: str
    detail: str
    code: str
    file: Ref | None
    title: str
    at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """The state of the record, its faults by name, and how many more there are."""

    shown: Integrity
    faults: list[Fault]
    more: int

    @property
    def is_broken(self) -> bool:
        """Red belongs here, and to what is late."""
        return self.shown.state is State.BROKEN

    @property
    def is_known(self) -> bool:
        """Whether anybody has looked at everything yet."""
        return self.shown.whole is not None


def glance(shown: Integrity, *, most: int = NAMED) -> Glance:
    """For the tile and the page."""
    named = shown.broken.named if shown.broken else ()
    total = shown.broken.findings if shown.broken else 0
    faults = [fault(finding, shown.files) for finding in named[:most]]
    return Glance(shown=shown, faults=faults, more=total - len(faults))


def fault(finding: Finding, files: dict[Ref, str]) -> Fault:
    """A finding in the reader's words; codes and rows stay as the command line prints them."""
    known = finding.chain is not None and finding.chain in files
    return Fault(
        what=str(FINDINGS.get(finding.code, finding.detail)),
        row=finding.row,
        detail=finding.detail,
        code=finding.code,
        file=finding.chain if known else None,
        title=files[finding.chain] if known and finding.chain else "",
    )


def faults_in(thread: ThreadView, verified: Verified) -> list[Fault]:
    """What was found in a file that lies open, with the message that each row belongs to."""
    numbers = {str(message.id): message.n for message in thread.messages}
    return [
        replace(fault(one, {}), at=next((n for id, n in numbers.items() if id in one.row), None))
        for one in verified.named[:NAMED]
    ]


def verified(*, actor: Actor, conversation: Ref) -> Verified:
    """Look at one conversation now: leaves, links, values, receipts, and the rows that pages show."""
    steps = actions.verify(
        actor=actor, now=clock.now(), mirrors=settings.HELPDESK_MIRRORS, conversation=conversation
    )
    return next(step for step in steps if isinstance(step, Verified))
