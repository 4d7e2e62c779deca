"""What the sweep finds to do, as plain values. Instants in microseconds UTC."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from helpdesk.deadlines.terms.names import Verdict


class MoveCause(StrEnum):
    """What moved a deadline."""

    CALENDAR = "calendar"
    OUTAGE = "outage"
    MEASURE = "measure"  # one that stops the Seller from answering there


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What to do about a clock now (book it as missed, or warn at this percentage), and when to look again.

    `next_at` None: never, unless something new is published.
    """

    books: bool = False
    warns: int | None = None
    next_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving:
    """A deadline or a promised day that moves later; earlier only where it had none while the clock stood.

    `stopped` is what it leaves out because of measures, as `rules.measures` writes it. `verdict` is what a
    question becomes that was answered late by the deadline `before`; `voids` is the miss that is taken back.
    """

    how: str  # in the entry's references: "moves" an obligation, "defers" a promise
    of: UUID
    before: int
    deadline: int
    calendar_version: int
    outages: int
    cause: MoveCause
    stopped: str = ""
    verdict: Verdict | None = None
    voids: UUID | None = None

    @property
    def key(self) -> str:
        """The idempotency key of its entry; a clock may stand twice, with no deadline both times."""
        key = f"moved/{self.of}/{self.deadline}"
        return f"{key}/{self.before}" if self.cause is MoveCause.MEASURE else key

    def facts(self) -> dict[str, int | str]:
        """What the entry's leaf says of it."""
        said: dict[str, int | str] = {
            "before": self.before,
            "calendar_version": self.calendar_version,
            "cause": self.cause.value,
            "deadline": self.deadline,
            "outages": self.outages,
        }
        stopped = {"stopped": self.stopped} if self.stopped else {}
        return said | stopped | ({"verdict": self.verdict.value} if self.verdict else {})

    def ref(self) -> list[tuple[str, UUID]]:
        """The entries that it refers to: what it moves, and the miss that it takes back."""
        moved = [(self.how, self.of)]
        return moved if self.voids is None else [*moved, ("voids", self.voids)]
