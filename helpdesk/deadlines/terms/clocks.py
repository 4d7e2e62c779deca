"""What starts, stops, moves and keeps a clock, as plain values."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from helpdesk.deadlines.terms.names import BUDGET_US, Cause, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """How many calendar versions and outages were published: together the state of all clocks' rules.

    `stopped` is of one clock: when measures stop its Seller from answering it, as `rules.measures` writes it.
    """

    editions: int = 0
    outages: int = 0
    stopped: str = ""


NOTHING_PUBLISHED: Final = InForce()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenObligation:
    """A question that the seller still has to answer. Amounts are microseconds of counted time.

    `stopped` are the hours that its deadline leaves out because a measure stopped the Seller from answering.
    """

    id: UUID
    received_at: datetime
    deadline: datetime
    calendar: str
    calendar_version: int
    zone: str
    outages: int = 0
    stopped: str = ""
    cause: Cause = Cause.MESSAGE
    budget_us: int = BUDGET_US
    overdue_at: datetime | None = None

    @property
    def stands(self) -> bool:
        """Whether a measure without an end stops the Seller from answering: then nothing is due."""
        return self.stopped.endswith("-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """An obligation, open or closed. `corrected` replaces `verdict` where an entry said so later."""

    obligation: OpenObligation
    question: UUID
    answered_at: datetime | None
    verdict: Verdict | None
    corrected: Verdict | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPromise:
    """A promised day that has not come, or has passed without being booked as missed yet."""

    id: UUID
    question_id: UUID
    promised_on: date
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A clock that starts. Instants in microseconds UTC, `budget` in microseconds of counted time.

    `question` is the first obligation of the same question; None where this is the first.
    `next_at` is when the sweep looks for the first time.
    """

    received: int
    deadline: int
    calendar: str
    calendar_version: int
    zone: str
    with_order: bool
    next_at: int
    outages: int = 0
    budget: int = BUDGET_US
    cause: Cause = Cause.MESSAGE
    question: UUID | None = None

    def facts(self) -> dict[str, int | str]:
        """What the leaf of the entry that opens it says of it; what is as usual is left out."""
        usual: dict[str, int | str] = {
            "calendar": self.calendar,
            "calendar_version": self.calendar_version,
            "deadline": self.deadline,
            "received": self.received,
            "with_order": int(self.with_order),
            "zone": self.zone,
        }
        if self.outages:
            usual["outages"] = self.outages
        if self.budget != BUDGET_US:
            usual["budget"] = self.budget
        if self.cause is not Cause.MESSAGE:
            usual["cause"] = self.cause.value
        return usual


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """A clock that stops with a message. Instants in microseconds UTC, amounts in counted microseconds.

    `submitted` is when the server was given the answer, where that is not the message's own instant.
    """

    obligation: UUID
    received: int
    deadline: int
    calendar_version: int
    outages: int
    verdict: Verdict
    counted: int
    overrun: int
    stopped: str = ""
    submitted: int | None = None
    voids: UUID | None = None

    def facts(self) -> dict[str, int | str]:
        """What the answer's leaf says of it."""
        said: dict[str, int | str] = {
            "answered_deadline": self.deadline,
            "answered_received": self.received,
            "answered_version": self.calendar_version,
            "counted": self.counted,
            "overrun": self.overrun,
            "verdict": self.verdict.value,
        }
        if self.outages:
            said["answered_outages"] = self.outages
        if self.stopped:
            said["answered_stopped"] = self.stopped
        if self.submitted is not None:
            said["submitted"] = self.submitted
        return said

    def ref(self) -> list[tuple[str, UUID]]:
        """The entries that the answer refers to: the question, and the miss that it voids."""
        answers = [("answers", self.obligation)]
        return answers if self.voids is None else [*answers, ("voids", self.voids)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Promising:
    """A promise made by a message. `due` in microseconds UTC: the end of the promised day, or of the next
    business day where that one is closed.
    """

    question: UUID
    promised_on: date
    due: int
    calendar: str
    calendar_version: int
    outages: int
    zone: str
    with_order: bool

    def facts(self) -> dict[str, int | str]:
        """What the leaf of the message says of it."""
        return {"promise_due": self.due, "promise_on": self.promised_on.isoformat()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """A promise that a message keeps, in time or late."""

    promise: UUID
    verdict: Verdict

    def facts(self) -> dict[str, int | str]:
        """What the leaf of the message says of it."""
        return {"kept": self.verdict.value}

    def ref(self) -> list[tuple[str, UUID]]:
        """The message that made the promise."""
        return [("keeps", self.promise)]
