"""What a flow is: stages with an owner and dates, steps between them. Read from TOML by `rules.reading`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from helpdesk.cases.terms.names import Basis, By, Effect, Kind, Owner, Weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapse:
    """What follows when a date passes: the first of a date's list whose `when` (a guard, "" always) holds."""

    effect: Effect
    step: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A date that runs while the case is in one of `stages` and the event `since` has happened.

    `since`: "stage" (when it was entered), "dated" (when the case began in law), "arrival" (of the parcel on
    its way), "answered" (by message, in this stage) or a step. `amount` counts in `basis`; of a law without
    row in that market, calendar days, and 0 that nothing runs. `until`: steps that end it though the stage
    goes on. `hold`: it waits until one of these steps was taken. `why`: what follows nothing says so.
    """

    code: str
    owner: Owner
    basis: Basis
    amount: int = 0
    since: str = "stage"
    law_key: str = ""
    stages: frozenset[str] = frozenset()
    until: frozenset[str] = frozenset()
    weight: Weight = Weight.RESPOND_BY
    hold: frozenset[str] = frozenset()
    lapses: tuple[Lapse, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Where a case can be. `passes`: whoever comes here while the guard holds goes on as that step does.

    `open_ended`: why no date runs here (a code), "" where one does. An ended case owes nothing to anybody;
    what steps lead out of it open it again.
    """

    name: str
    owner: Owner
    ends: bool = False
    outcome: str = ""
    may_ask: bool = False
    keeps: bool = False  # a case that changes its kind stays here
    passes: tuple[str, str] | None = None
    open_ended: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldUse:
    """One field of one step; `choices` narrow those of the field."""

    name: str
    required: bool = True
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Where a step leads: to the stage `to` ("" stays), or by the value of the fact `by`."""

    to: str = ""
    by: str = ""
    stages: Mapping[str, "Route"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What somebody may do. `update`: it writes a sentence in the Buyer's language. `asks`: the 24 h clock.

    `sets` are facts that follow from it. `tone` is "main", "no" (a refusal) or "" (beside the way). What runs
    from the step that this one `counts_as` runs from here, too.
    """

    name: str
    by: frozenset[By]
    frm: frozenset[str]
    route: Route = Route()
    fields: tuple[FieldUse, ...] = ()
    guards: tuple[str, ...] = ()
    sets: Mapping[str, str | int] = field(default_factory=dict)
    update: bool = False
    asks: bool = False
    tone: str = ""
    counts_as: str = ""

    @property
    def stays(self) -> bool:
        """Whether the case remains where it is."""
        return not self.route.to and not self.route.by


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """How a case of this kind begins. `message_answers`: a message, too, ends the first 24 h clock."""

    stage: str
    situations: tuple[str, ...]
    fields: tuple[FieldUse, ...] = ()
    guards: tuple[str, ...] = ()
    sets: Mapping[str, str | int] = field(default_factory=dict)
    message_answers: bool = True
    notice: str = ""  # what the Buyer is told first


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """The usual way, for the step bar; the first whose `when` (a guard, "" always) holds."""

    stages: tuple[str, ...]
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """One kind of case, one version."""

    kind: Kind
    version: int
    starts_on: date
    opening: Opening
    stages: Mapping[str, Stage]
    steps: Mapping[str, Step]
    dues: tuple[Due, ...]
    paths: tuple[Path, ...]
    upheld: Mapping[str, str]  # where a decision for the Buyer leads, by its remedy
