"""The words of standing."""

from helpdesk.standing.terms.points import Change, Counted, Matter, Point, State
from helpdesk.standing.terms.scores import NOTHING, Level, Pair, Score, Sums
from helpdesk.standing.terms.weights import MILLI, V_ONE, W_ONE, Weights

__all__ = [
    "MILLI",
    "NOTHING",
    "V_ONE",
    "W_ONE",
    "Change",
    "Counted",
    "Level",
    "Matter",
    "Pair",
    "Point",
    "Score",
    "State",
    "Sums",
    "Weights",
]
