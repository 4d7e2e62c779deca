"""Marks of no reply needed: one that is being set, and one that stands."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from helpdesk.deadlines.terms.names import Verdict, WaiverReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiving:
    """A clock that stops with a mark. Instants in microseconds UTC, amounts in counted microseconds.

    `left` is what remained of the budget; the Buyer may object up to and including `objection_until`.
    """

    obligation: UUID
    received: int
    deadline: int
    calendar_version: int
    outages: int
    counted: int
    left: int
    objection_until: int
    reason: WaiverReason
    stopped: str = ""
    voids: UUID | None = None
    sampled: bool = False  # a reviewer is shown the mark

    def facts(self) -> dict[str, int | str]:
        """What the mark's leaf says of it."""
        said: dict[str, int | str] = {
            "answered_deadline": self.deadline,
            "answered_received": self.received,
            "answered_version": self.calendar_version,
            "counted": self.counted,
            "left": self.left,
            "objection_until": self.objection_until,
            "reason": self.reason.value,
            "verdict": Verdict.WAIVED.value,
        }
        if self.outages:
            said["answered_outages"] = self.outages
        if self.stopped:
            said["answered_stopped"] = self.stopped
        return said | ({"sampled": 1} if self.sampled else {})

    def ref(self) -> list[tuple[str, UUID]]:
        """The entries that the mark refers to: the question, and a booked miss that was none."""
        answers = [("answers", self.obligation)]
        return answers if self.voids is None else [*answers, ("voids", self.voids)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mark that stands, and the question that it was set on."""

    id: UUID
    question_id: UUID
    left_us: int
    objection_until: datetime
    is_objected: bool
