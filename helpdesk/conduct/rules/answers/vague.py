"""Vague: what sounds like an answer and holds none."""

from collections.abc import Sequence
from typing import Final

from helpdesk.conduct.rules.answers.clauses import Clause
from helpdesk.conduct.rules.answers.kinds import Asked, Kind

_EVADING: Final = frozenset({"EVASIVE", "HEDGE", "SOON"})
_PUTTING_OFF: Final = frozenset({"REFER", "HOLD", "BUSY"})
_PLAIN: Final = frozenset({"YES", "NO", "BOTH", "NEITHER", "DONE"})


def is_vague(clause: Clause) -> bool:
    """Stock phrases without a value."""
    if is_hard(clause):
        return False
    if clause.names & _EVADING:
        return True
    return bool(clause.names & _PUTTING_OFF) and not clause.names & _PLAIN


def is_hard(clause: Clause) -> bool:
    """A number or a date stands in it."""
    return bool(clause.numbers) or clause.dated or "FREE" in clause.names


def is_weak_for(asked: Asked, clause: Clause) -> bool:
    """Words in place of the number or the time that was asked for."""
    if asked.kind is Kind.AMOUNT:
        return "FEW" in clause.names
    if asked.kind is Kind.WHEN:
        return not clause.names.isdisjoint(("BUSY", "HOLD", "SOON"))
    return False


def commits(clauses: Sequence[Clause]) -> bool:
    """A sentence that names what will be done and by when."""
    names = frozenset().union(*(one.names for one in clauses)) if clauses else frozenset()
    return bool(names & {"PROMISE", "HOLD"}) and any(one.dated for one in clauses)
