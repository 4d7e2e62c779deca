"""The words of samples: what a reviewer is asked to look at."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from helpdesk.deadlines.terms.names import Judgment, SampleKind, Verdict, WaiverReason
from helpdesk.kernel.ids import Ref

MAX_JUDGMENT_NOTE: Final = 500
"""Characters of what a reviewer may add to a judgment; the Seller reads it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleShown:
    """An answer or a mark to look at, with the clock that it stopped; never a word of it.

    `subject` is the entry of the answer or mark, `at` its instant; `verdict` is what counts now, after any
    correction. `waived_for` stands at marks only, `objected` where the Buyer said no to one.
    """

    ref: Ref
    kind: SampleKind
    conversation: Ref
    buyer_id: UUID
    subject: UUID
    obligation: UUID
    drawn_at: datetime
    received_at: datetime
    deadline: datetime
    at: datetime
    verdict: Verdict
    waived_for: WaiverReason | None
    objected: bool
    judgment: Judgment | None
    judged_at: datetime | None
