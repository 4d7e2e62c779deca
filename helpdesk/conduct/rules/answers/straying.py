"""Straying: a reply to a single question that tells something else about the goods, or about the shop."""

from collections.abc import Sequence
from typing import Final

from helpdesk.conduct.rules.answers import values
from helpdesk.conduct.rules.answers.clauses import Clause
from helpdesk.conduct.rules.answers.kinds import Asked, Kind
from helpdesk.conduct.rules.answers.linking import matter_of, shared

_SHORT: Final = 6
"""With fewer words a statement has no subject of its own."""
_ARTICLES: Final = frozenset(
    "the our der die das unser unsere le la les l nos notre il lo i gli nasz nasza nasze nasi we wir nous nostra".split()
)
_SETTLING: Final = frozenset(
    {"YES", "NO", "NEG", "BOTH", "NEITHER", "ALSO", "ONLY", "PROMISE", "HOLD", "FREE"}
)


def strays(wanted: Sequence[Asked], clauses: Sequence[Clause], languages: int) -> bool:
    """Whether the reply is a sentence with a subject of its own, and says of it nothing that was asked."""
    said = [one for one in clauses if not values.is_empty(one)]
    if len(wanted) != 1 or not said or wanted[0].kind not in (Kind.POLAR, Kind.ACT):
        return False
    one, first = wanted[0], said[0]
    if one.either or sum(len(clause.words) for clause in said) < _SHORT:
        return False
    if any(clause.names & _SETTLING or _acts(one, clause) for clause in said):
        return False
    return _has_subject(first) and not _tells(one, said, languages)


def _acts(one: Asked, clause: Clause) -> bool:
    """ "I have changed it": something was done, other than that a parcel was sent."""
    return "DONE" in clause.names and bool(
        "shipping" not in clause.matter.topics or "shipping" in one.matter.topics
    )


def _has_subject(first: Clause) -> bool:
    """ "The box has a shelf": an article and a noun, or a noun before its verb."""
    words = first.words
    if len(words) < _THREE:
        return False
    if "VERB" not in first.names:
        return False
    if words[0] in _ARTICLES or "'" in words[0]:
        return True
    return len(words[0]) > _THREE and words[0] in first.matter.words


_THREE: Final = 3


def _tells(one: Asked, said: Sequence[Clause], languages: int) -> bool:
    """Whether what is said of the subject has to do with the question."""
    subject = 2 if said[0].words[0] in _ARTICLES else 1
    words = [word for clause in said for word in clause.words][subject:]
    rest = matter_of(words, languages)
    if (one.numbers and any(clause.numbers for clause in said)) or (one.dated and any(c.dated for c in said)):
        return True
    if not rest.topics - one.matter.topics:
        return True
    return bool(shared(one.matter.stems, rest.stems) or one.matter.topics & rest.topics)
