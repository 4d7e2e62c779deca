"""Number words of five languages, digits and letters that stand for digits, read as what they spell."""

from helpdesk.conduct.rules.numerals.atoms import Atom, atoms
from helpdesk.conduct.rules.numerals.runs import Budget, Run, runs

__all__ = ["Atom", "Budget", "Run", "atoms", "runs"]
