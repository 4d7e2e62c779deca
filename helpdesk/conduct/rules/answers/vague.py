"""Vague: what sounds like an answer and holds none."""

from collections.abc import Sequence
from typing import Final

from helpdesk.conduct.rules.answers.clauses import Clause
from helpdesk.conduct.rules.answers.kinds import Asked, Kind

_EVADING: Final = frozenset({"EVASIVE", "HEDGE", "SOON"})
_AGREEING: Final = frozenset(
    (word,)
    for word in "yes yep yeah sure tak jasne oczywiscie ja klar naturlich sicher oui bien si certo certamente".split()
)
_THINGS: Final = frozenset({"manual", "courier", "photo", "warranty", "origin", "genuine"})


def is_vague_for(asked: Asked, clause: Clause) -> bool:
    """Vague, unless it speaks of the very thing: "Is the manual in French?" - "The manual is in five languages"."""
    if not is_vague(clause):
        return False
    pointing = "REFER" in clause.names and not clause.names & (_EVADING | {"HOLD", "BUSY"})
    return not (pointing and asked.matter.topics & clause.matter.topics & _THINGS)


_DOUBTING: Final = frozenset({"HEDGE", "SOON"})
"""These take back a "yes"; what merely reassures leaves it."""
_PUTTING_OFF: Final = frozenset({"REFER", "HOLD", "BUSY"})
_PLAIN: Final = frozenset({"YES", "NO", "BOTH", "NEITHER", "DONE"})


def _is_bland(clause: Clause) -> bool:
    """ "Quite normal", not "solid oak": an adjective that fits all things, and no thing."""
    return len(clause.words) <= _DODGE and not clause.matter.topics & _PLAIN_TOPICS


_PLAIN_TOPICS: Final = frozenset(
    "material wood2 beginner age2 length width height depth charger outdoors heating freezing pet side".split()
)
"""With these the same adjective tells a fact: "solid oak", "internal width", "universal plug"."""
_BRIEF: Final = 6
_MAKERS: Final = (
    "producent",
    "hersteller",
    "fabricant",
    "produttore",
    "manufacturer",
    "maker",
    "kurier",
    "corriere",
)
"""One word that says who."""


def is_vague(clause: Clause) -> bool:
    """Stock phrases without a value."""
    if is_hard(clause):
        return False
    if clause.names & _EVADING:
        return clause.words[:1] not in _AGREEING or bool(clause.names & _DOUBTING)
    if "BLAND" in clause.names and not clause.names & _PLAIN and _is_bland(clause):
        return True
    if len(clause.words) == 1 and clause.words[0].startswith(_MAKERS):
        return False
    return bool(clause.names & _PUTTING_OFF) and not clause.names & _PLAIN


def is_hard(clause: Clause) -> bool:
    """A number or a date stands in it."""
    return bool(clause.numbers) or clause.dated or "FREE" in clause.names


def is_weak_for(asked: Asked, clause: Clause) -> bool:
    """Words in place of the number or the time that was asked for."""
    if asked.kind is Kind.HOW:
        return "EASY" in clause.names and len(clause.words) <= _BRIEF
    if asked.kind is Kind.AMOUNT:
        return not clause.names.isdisjoint(("FEW", "BLAND"))
    if asked.kind is Kind.WHEN:
        return not clause.names.isdisjoint(("BUSY", "HOLD", "SOON"))
    return False


_DODGE: Final = 9
"""Words of a whole reply that is no more than a manner of speaking."""


def dodges(asked: Asked, clauses: Sequence[Clause]) -> bool:
    """A few words in place of a number or a time, about nothing else: "One can lift it"."""
    if asked.kind not in (Kind.AMOUNT, Kind.WHEN) or len({one.sentence for one in clauses}) > 1:
        return False
    if sum(len(one.words) for one in clauses) > _DODGE:
        return False
    return not any(
        one.asks
        or one.numbers
        or one.dated
        or one.names & _APART
        or one.matter.topics - asked.matter.topics - _LOOSE
        for one in clauses
    )


_APART: Final = frozenset({"FLUFF", "COURTESY", "ASKBACK"})
_LOOSE: Final = frozenset(
    {"age", "length", "time", "duration", "courier", "delivery", "shipping", "compatible", "stock"}
)
"""Topics that words of many meanings belong to."""


def commits(clauses: Sequence[Clause]) -> bool:
    """A sentence that names what will be done and by when."""
    names = frozenset().union(*(one.names for one in clauses)) if clauses else frozenset()
    return bool(names & {"PROMISE", "HOLD"}) and any(one.dated for one in clauses)
