"""A case as the engine sees it, and what the engine says of it. Instants are microseconds UTC."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from helpdesk.cases.terms.flows import FieldUse
from helpdesk.cases.terms.names import Basis, Effect, Kind, Owner, Verdict, Weight
from helpdesk.workdays.calendar import Calendar

Facts = Mapping[str, str | int]

# keys of `since` that are neither a stage nor a step
ASKED = "@asked"  # the earliest question that nobody answered: the 24 h clock
ANSWERED = "@answered"  # the last answer to one
MESSAGE = "@message"  # the Seller's last full answer by message
UPDATE = "@update"  # the last sign of life of the Seller


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Information that was asked for and has not come."""

    of: Owner
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseState:
    """Everything that the engine needs to know of a running case; `rules.storing` writes it as JSON.

    `since`: when each stage was last entered and each step last taken. `requested`: stages that asked
    already. `pauses`: spans in which periods of the Platform stood still. `booked`: dates ("code@event") of
    which it is on record that they passed. `kept`: until when each date ran as the case last moved: a
    calendar that changes lengthens a running date and never shortens it.
    """

    kind: Kind
    version: int
    stage: str
    facts: Facts
    opened_at: int
    dated_at: int
    since: Mapping[str, int]
    asked: Asked | None = None
    requested: frozenset[str] = frozenset()
    pauses: tuple[tuple[int, int], ...] = ()
    booked: frozenset[str] = frozenset()
    kept: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoning:
    """By what is counted: the Seller's calendar, the calendar of the Buyer's market, whose law, of which day.

    `contract_on` is the day of the order in the market; `condition` of the goods: new, used, refurbished.
    """

    seller: Calendar
    market: Calendar
    country: str
    contract_on: date
    condition: str = "new"
    consumer: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A running date. `due` is the last microsecond on which it is met; None while nobody can know it.

    It waits for goods (`held`) or for information (`paused`). `source` is the row of the law, or the rule of
    the Platform; `moved_over` are the closed days over which the law moved the end.
    """

    code: str
    owner: Owner
    weight: Weight
    basis: Basis
    event: int
    due: int | None
    source: str
    amount: int
    calendar: Calendar = field(repr=False)
    article: str = ""
    held: bool = False
    paused: bool = False
    moved_over: tuple[date, ...] = ()

    def is_over(self, at: int) -> bool:
        """Whether it has passed at this instant."""
        return self.due is not None and at > self.due

    @property
    def shown(self) -> int | None:
        """For `workdays.shown.when_shown`: of a date that ends with a day, the first instant after it."""
        return self.due if self.due is None or self.basis is Basis.ANSWER else self.due + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """What a side may do now; `until` is the end of that side's nearest date, None where none runs.

    `missing` is the code of what stands in the way and could be done first, "" where nothing does.
    """

    step: str
    fields: tuple[FieldUse, ...]
    until: int | None
    tone: str
    update: bool
    missing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """A date that ended with a move."""

    code: str
    owner: Owner
    due: int | None
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What a step did. `state` is the case after it; `outcome` is how it ended, "" while it runs.

    `asks`: the 24 h clock starts (unless it runs). `answers`: it stops. `opened` are dates that run anew.
    """

    state: CaseState
    step: str
    by: str
    at: int
    frm: str
    to: str
    closed: tuple[Closed, ...] = ()
    opened: tuple[Date, ...] = ()
    asks: bool = False
    answers: bool = False
    update: bool = False
    outcome: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapsed:
    """A date that has passed and is not on record yet, and what follows."""

    date: Date
    effect: Effect
    step: str = ""
