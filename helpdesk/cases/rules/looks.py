"""What a condition sees of a case."""

from dataclasses import dataclass, field

from helpdesk.cases.rules.dates import dates, law_of
from helpdesk.cases.terms.flows import Flow
from helpdesk.cases.terms.names import By
from helpdesk.cases.terms.states import CaseState, Date, Facts, Reckoning


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The case, who acts, what was given, when (microseconds UTC)."""

    flow: Flow
    state: CaseState
    side: By
    at: int
    reckoning: Reckoning
    given: Facts = field(default_factory=dict)

    def fact(self, name: str) -> str | int | None:
        """As given now, else as it stands in the case."""
        return self.given.get(name, self.state.facts.get(name))

    def has_law(self, key: str) -> bool:
        """Whether the law that governs the case has this row."""
        return law_of(key, state=self.state, reckoning=self.reckoning) is not None

    def running(self) -> tuple[Date, ...]:
        """The dates that run."""
        return dates(self.flow, state=self.state, reckoning=self.reckoning, at=self.at)
