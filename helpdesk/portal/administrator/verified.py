"""What a verification of one file found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from helpdesk.archive import queries as archive
from helpdesk.archive.terms import Finding, Progress
from helpdesk.kernel.ids import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """`faults` names everything that is not as it was sealed; `entries` were looked at."""

    at: datetime
    entries: int
    faults: Sequence[Finding]


def verified(*, conversation: Ref, now: datetime) -> Verified:
    """Check one conversation: leaves, links, values, receipts, and the rows that pages show."""
    found = list(archive.verify(mirrors=settings.HELPDESK_MIRRORS, conversation=conversation))
    counts = [part.total for part in found if isinstance(part, Progress) and part.stage == "entries"]
    faults = [part for part in found if isinstance(part, Finding)]
    return Verified(at=now, entries=max(counts, default=0), faults=faults)
