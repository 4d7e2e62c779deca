"""Values: whether a clause holds what a question asks for, and whether it says anything at all."""

from typing import Final

from helpdesk.conduct.rules.answers.clauses import Clause
from helpdesk.conduct.rules.answers.kinds import Asked, Kind

STRONG: Final = 1.0
MEDIUM: Final = 0.6
SOME: Final = 0.4

_EMPTY: Final = frozenset({"COURTESY", "FLUFF"})
_SAYING: Final = frozenset({"YES", "NO", "NEG", "BOTH", "NEITHER", "DONE", "ALSO"})


def is_empty(clause: Clause) -> bool:
    """Politeness, praise, or a question of its own."""
    if clause.asks or "ASKBACK" in clause.names:
        return True
    if clause.names & _EMPTY:
        return not (clause.numbers or clause.dated or clause.names & _SAYING)
    return not clause.words


def is_status(clause: Clause) -> bool:
    """ "Your order was shipped on Monday"."""
    return clause.dated and "shipping" in clause.matter.topics


def value(asked: Asked, clause: Clause) -> float:
    """How much of a value for the kind of the question the clause holds, 0 to 1."""
    return _VALUES[asked.kind](asked, clause)


def _polar(_asked: Asked, clause: Clause) -> float:
    if clause.names & {"YES", "NO", "BOTH", "NEITHER"}:
        return STRONG
    if clause.names & {"NEG", "ALSO", "ONLY"}:
        return MEDIUM + 0.1
    return MEDIUM if clause.names & {"AFFIRM", "DONE"} else 0.0


def _amount(asked: Asked, clause: Clause) -> float:
    if clause.numbers:
        fits = {asked.unit} | ({"time"} if asked.unit == "length" else set())
        if asked.unit and clause.units and not fits & clause.units:
            return SOME
        return STRONG
    if "FREE" in clause.names or ("NUM" in clause.names and len(clause.words) <= 8):
        return MEDIUM + 0.2
    return MEDIUM if clause.names & {"NO", "BOTH"} else 0.0


def _when(_asked: Asked, clause: Clause) -> float:
    if clause.dated:
        return STRONG
    return MEDIUM if clause.names & {"DONE", "NO"} else 0.0


def _open(_asked: Asked, clause: Clause) -> float:
    if clause.matter.stems or clause.numbers:
        return MEDIUM
    return SOME if clause.names & {"NO", "YES", "BOTH"} else 0.0


def _where(asked: Asked, clause: Clause) -> float:
    return MEDIUM + 0.1 if "PLACE" in clause.names and clause.matter.stems else _open(asked, clause)


def _act(_asked: Asked, clause: Clause) -> float:
    if clause.names & {"DONE", "YES", "NO"}:
        return STRONG
    if "PROMISE" in clause.names and clause.dated:
        return STRONG
    return MEDIUM if clause.names & {"NEG", "PROMISE"} else 0.0


_VALUES: Final = {
    Kind.POLAR: _polar,
    Kind.AMOUNT: _amount,
    Kind.WHEN: _when,
    Kind.WHERE: _where,
    Kind.CHOICE: _open,
    Kind.HOW: _open,
    Kind.WHY: _open,
    Kind.ACT: _act,
}
