"""What came of sending records."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from helpdesk.archive.terms import Kept
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.shape import Flaw
from helpdesk.marketplace.terms.kinds import Kind, Name, public_id

SHOWN_PROBLEMS = 1000  # of an import's report; further ones are only counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """A record taken in, or left since ours is as new or newer; `version` is the one we hold now.

    While it `waits_for` others to arrive it has no id here.
    """

    name: Name
    ref: Ref | None
    applied: bool
    version: str
    waits_for: Sequence[Name] = ()

    @property
    def id(self) -> str | None:
        """Our public id for it."""
        return public_id(name=self.name, ref=self.ref) if self.ref else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A line (from 1) that was not taken in, and what is wrong with it. 0: a record that had waited."""

    line: int
    flaw: Flaw
    name: Name | None = None


@dataclass(slots=True, kw_only=True)
class ImportReport:
    """What an import did. `entry` is its place in the Archive, None when it changed nothing.

    `applied` counts those created and those `updated`; `waiting` were kept back until what they name arrives,
    and `incomplete` is the number of all things that have been named here and have not arrived.
    """

    lines: int = 0
    applied: Counter[Kind] = field(default_factory=Counter)
    updated: Counter[Kind] = field(default_factory=Counter)
    unchanged: int = 0
    older: int = 0
    waiting: int = 0
    rejected: int = 0
    incomplete: int = 0
    stopped: bool = False
    problems: list[Problem] = field(default_factory=list)
    digest: str = ""
    rolled_back: bool = False
    entry: Kept | None = None

    def reject(self, line: int, flaws: Sequence[Flaw], name: Name | None = None) -> None:
        """Count a line that was not taken in, and remember why."""
        self.rejected += 1
        if len(self.problems) < SHOWN_PROBLEMS:
            self.problems.extend(Problem(line=line, flaw=flaw, name=name) for flaw in flaws)

    def facts(self) -> Mapping[str, int]:
        """The counts as the Archive keeps them."""
        kinds = {f"{kind.value}s": count for kind, count in self.applied.items()}
        counts = {"lines": self.lines, "unchanged": self.unchanged, "rejected": self.rejected}
        return {**counts, "older": self.older, "waiting": self.waiting, **kinds}
