"""Values: whether a clause holds what a question asks for, and whether it says anything at all."""

from typing import Final

from helpdesk.conduct.rules.answers.clauses import UNIT, Clause
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


def _polar(asked: Asked, clause: Clause) -> float:
    if "DONE" in clause.names and asked.acts and len(clause.words) <= 4 and not is_status(clause):
        return STRONG
    if clause.names & {"YES", "NO", "BOTH", "NEITHER"}:
        return STRONG
    if "AFFIRM" in clause.names and not clause.matter.stems and len(clause.words) <= _ECHO:
        return STRONG
    if clause.names & {"NEG", "ALSO", "ONLY"}:
        return MEDIUM + 0.1
    return MEDIUM if clause.names & {"AFFIRM", "DONE"} else 0.0


_ECHO: Final = 3
""" "It does", "you can", "they are"."""


def _amount(asked: Asked, clause: Clause) -> float:
    if clause.numbers:
        fits = {asked.unit} | ({"time"} if asked.unit == "length" else set())
        if asked.unit and clause.units and not fits & clause.units:
            return SOME
        return STRONG
    counted = "NUM" in clause.names and len(clause.words) <= 8 and not _is_article(clause)
    if "FREE" in clause.names or counted:
        foreign = asked.unit in _MEASURED or (
            asked.unit == "money" and "FREE" not in clause.names and len(clause.words) > 1
        )
        return SOME if foreign and not _names_unit(clause) else MEDIUM + 0.2
    return MEDIUM if clause.names & {"NO", "BOTH"} else 0.0


_MEASURED: Final = frozenset({"mass", "length", "power", "volume"})


_ARTICLES: Final = frozenset("un une uno una ein eine einen einer einem".split())


def _is_article(clause: Clause) -> bool:
    """ "And a bag"."""
    return len(clause.words) > 1 and not _ARTICLES.isdisjoint(clause.words) and not _names_unit(clause)


def _names_unit(clause: Clause) -> bool:
    """ "Twenty kilos"."""
    return any(len(word) > 2 and word in UNIT for word in clause.words)


def _when(_asked: Asked, clause: Clause) -> float:
    if clause.dated:
        return STRONG
    return MEDIUM if clause.names & {"DONE", "NO"} else 0.0


def _open(_asked: Asked, clause: Clause) -> float:
    if clause.matter.stems or clause.numbers or 0 < len(clause.words) <= 2:
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


def fits(asked: Asked, clause: Clause) -> bool:
    """Whether the clause may answer such a question at all, whatever it speaks of."""
    if asked.kind is Kind.AMOUNT:
        return value(asked, clause) >= MEDIUM
    if asked.kind is Kind.WHEN:
        return clause.dated or bool(clause.numbers) or "NO" in clause.names
    return bool(clause.words)
