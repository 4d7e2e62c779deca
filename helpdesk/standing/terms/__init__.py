"""The words of standing."""

from helpdesk.standing.terms.explained import Day, Line, Tally, Week, Why
from helpdesk.standing.terms.kinds import COUNTED_KINDS, REACTION, Kind
from helpdesk.standing.terms.points import Change, Counted, Matter, Point, Ruled, State
from helpdesk.standing.terms.scores import NOTHING, Level, Pair, Place, Score, Sums
from helpdesk.standing.terms.weights import MILLI, NOTICE_DAYS, V_ONE, W_ONE, Weights

__all__ = [
    "COUNTED_KINDS",
    "MILLI",
    "NOTHING",
    "NOTICE_DAYS",
    "REACTION",
    "V_ONE",
    "W_ONE",
    "Change",
    "Counted",
    "Day",
    "Kind",
    "Level",
    "Line",
    "Matter",
    "Pair",
    "Place",
    "Point",
    "Ruled",
    "Score",
    "State",
    "Sums",
    "Tally",
    "Week",
    "Weights",
    "Why",
]
