"""What is rated: one obligation as its leaves tell it. Instants are microseconds UTC."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Matter(StrEnum):
    """What somebody waited for."""

    ANSWER = "answer"
    PROMISE = "promise"
    STEP = "step"  # of a case, with a date by law or by the Platform's rules


class State(StrEnum):
    """How it stands."""

    OPEN = "open"  # counts as unanswered once the deadline has passed
    MET = "met"
    LATE = "late"
    MISSED = "missed"  # never, or a person found that the answer was none
    EXCLUDED = "excluded"


class Ruled(StrEnum):
    """What a person ruled of an obligation, in the place of what the record says; taken back, it is gone."""

    MET = "met"  # it was in time, as the record shows
    SPAM = "spam"
    WITHDRAWN = "withdrawn_by_buyer"
    LINKED = "linked_accounts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One obligation. `seller` and `pair` are the stand-ins of its leaf; `overrun` counted microseconds late.

    `by` is the entry that it stands by. `code` names a case's date, or why it is excluded. `settles` is a
    promise that was missed: answering this question is what was promised. `like` is the question whose answer
    made this promise; the promise is with an order where that is. `ruled` lies over all of this, by the entry
    `ruled_by`, and changes none of it: taken back, the obligation is as if nobody had ruled.
    """

    id: UUID
    seller: UUID
    pair: UUID
    chain: UUID
    matter: Matter
    with_order: bool
    deadline: int
    state: State = State.OPEN
    overrun: int = 0
    by: UUID
    code: str = ""
    settles: UUID | None = None
    like: UUID | None = None
    ruled: Ruled | None = None
    ruled_by: UUID | None = None

    @property
    def stands(self) -> State:
        """As what it counts."""
        if self.ruled is None:
            return self.state
        return State.MET if self.ruled is Ruled.MET else State.EXCLUDED

    @property
    def why_excluded(self) -> str:
        """A code, where it is."""
        if self.stands is not State.EXCLUDED:
            return ""
        return self.ruled.value if self.ruled else self.code

    @property
    def is_answer(self) -> bool:
        """Of the 24-hour clock."""
        return self.matter is Matter.ANSWER


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one leaf says of one point: that it is there (`opens`), or what becomes of it. None: as before.

    `since` is the counted time since a promised moment, where this leaf ends the wait for it. With `rules`
    nothing else is changed: `ruled` is what a person says of it, None that a ruling is taken back.
    """

    id: UUID
    by: UUID
    opens: Point | None = None
    state: State | None = None
    deadline: int | None = None
    overrun: int = 0
    since: int | None = None
    code: str = ""
    rules: bool = False
    ruled: Ruled | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A point that counts on a day: `age` whole days UTC, `value` in 2**-16, `halves` its base weight."""

    id: UUID
    pair: UUID
    halves: int
    with_order: bool
    is_answer: bool
    age: int
    value: int
