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
    """A record taken in, or left since ours is as new or newer; `version` is the one we hold now."""

    name: Name
    ref: Ref
    applied: bool
    version: str

    @property
    def id(self) -> str:
        """Our public id for it."""
        return public_id(name=self.name, ref=self.ref)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A line (from 1) that was not taken in, and what is wrong with it."""

    line: int
    flaw: Flaw


@dataclass(slots=True, kw_only=True)
class ImportReport:
    """What an import did. `entry` is its place in the Archive, None when it changed nothing."""

    lines: int = 0
    applied: Counter[Kind] = field(default_factory=Counter)
    unchanged: int = 0
    rejected: int = 0
    problems: list[Problem] = field(default_factory=list)
    digest: str = ""
    rolled_back: bool = False
    entry: Kept | None = None

    def reject(self, line: int, flaws: Sequence[Flaw]) -> None:
        """Count a line that was not taken in, and remember why."""
        self.rejected += 1
        if len(self.problems) < SHOWN_PROBLEMS:
            self.problems.extend(Problem(line=line, flaw=flaw) for flaw in flaws)

    def facts(self) -> Mapping[str, int]:
        """The counts as the Archive keeps them."""
        kinds = {f"{kind.value}s": count for kind, count in self.applied.items()}
        return {"lines": self.lines, "unchanged": self.unchanged, "rejected": self.rejected, **kinds}
