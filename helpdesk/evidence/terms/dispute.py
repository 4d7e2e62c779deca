"""What a dispute pack says beyond its evidence package."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from helpdesk.cases.terms.deeds import CaseShown
from helpdesk.evidence.terms.packages import Told

DISPUTE = "helpdesk-dispute/v1"


class Fault(NamedTuple):
    """What keeps a package from being whole: the verifier's code, the entry and the value or file."""

    code: str
    entry: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What the verifier says of the evidence package: whole, altered, incomplete or untrusted."""

    verdict: str
    faults: Sequence[Fault]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputed:
    """A dispute to be told. `package` is the file name of the evidence package beside it, `digest` the hex of
    its SHA-256. `line` are messages and events in one order of time, `dates` those of cases that ended,
    `replies` what the reply clock says, `attached` the files of messages and of steps.
    """

    told: Told
    case: CaseShown
    line: Sequence[Mapping[str, Any]]
    dates: Sequence[Mapping[str, Any]]
    replies: Sequence[Mapping[str, Any]]
    attached: Sequence[Mapping[str, Any]]
    checked: Checked
    package: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Who finds the words: a door brings it along, since deeds say nothing. `dispute` is one for people,
    `retold` the same for programs.
    """

    document: Callable[[Told], Mapping[str, Any]]
    readme: Callable[[Told], str]
    dispute: Callable[[Disputed], Mapping[str, Any]]
    retold: Callable[[Disputed], Mapping[str, Any]]
