"""Accepting: whether a clause of a reply answers a question that it seems to belong to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from helpdesk.conduct.rules.answers import vague, values
from helpdesk.conduct.rules.answers.clauses import Clause
from helpdesk.conduct.rules.answers.kinds import OPEN, Asked, Kind
from helpdesk.conduct.rules.answers.linking import shared

LINKED: Final = 0.75
"""So much in common binds a clause to a question."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Numbers of a question and a clause; `value`: how much of an answer it holds; `link`: what both share."""

    score: float
    question: int
    clause: int
    value: float
    link: float


def accepts(pair: Pair, wanted: Sequence[Asked], clauses: Sequence[Clause]) -> bool:
    """Whether the clause answers the question, after those that better pairs have answered."""
    one, clause = wanted[pair.question], clauses[pair.clause]
    linked = pair.link >= LINKED
    if one.kind is Kind.POLAR and pair.value <= values.MEDIUM and linked and _misses(one, clause, pair):
        return False
    if linked and clause.claimed and _taken(one, clause, pair):
        return _continues(pair.question, clause, wanted)
    if linked and (
        pair.value >= values.MEDIUM
        or (
            one.kind in (Kind.POLAR, Kind.ACT)
            and (pair.link >= 1 or clause.numbers or one.either or len(clause.words) <= 4)
        )
    ):
        return True
    if linked and one.kind in (Kind.AMOUNT, Kind.WHEN):
        return "NEG" in clause.names or pair.value > 0
    if clause.claimed:
        return _continues(pair.question, clause, wanted)
    if one.kind in OPEN:
        return _says(pair, clauses, wanted)
    if one.kind is Kind.POLAR:
        return pair.value >= values.STRONG or _alone(one, clause, clauses, wanted, pair)
    return pair.value >= values.MEDIUM


def _says(pair: Pair, clauses: Sequence[Clause], wanted: Sequence[Asked]) -> bool:
    """Whether a clause names what an open question asks for, though it may share nothing with it."""
    one, clause = wanted[pair.question], clauses[pair.clause]
    if values.is_status(clause) and (one.kind in _NAMED or not one.matter.topics & _SENDING):
        return False
    if len(wanted) > 1 and not pair.link and not clause.names & _TELLING.get(one.kind, clause.names):
        return False
    if one.kind is Kind.CHOICE and not pair.link and _is_long(clauses):
        return False
    if not pair.link and _is_time(clause, clauses) and any(other.kind is Kind.WHEN for other in wanted):
        return False
    return pair.value > 0 and _is_free(pair.question, clause, clauses, wanted)


def _is_time(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """A date, or a number in a sentence with one."""
    return clause.dated or (
        bool(clause.numbers) and any(one.dated and one.sentence == clause.sentence for one in clauses)
    )


_NAMED: Final = frozenset({Kind.CHOICE, Kind.HOW})
_SENDING: Final = frozenset({"shipping", "delivery", "parcel", "tracking", "courier"})
_TELLING: Final = {Kind.WHERE: frozenset({"PLACE"}), Kind.WHY: frozenset({"REASON"})}
"""What the words of an answer to one question of several are that shares nothing with it."""
_PLAIN: Final = 2
_LONG: Final = 14


def _is_long(clauses: Sequence[Clause]) -> bool:
    """More words than name one thing."""
    return sum(len(one.words) for one in clauses if not values.is_empty(one)) > _LONG


def _taken(one: Asked, clause: Clause, pair: Pair) -> bool:
    """Said in answer to another question: it must say more than the same word to answer this one too."""
    if one.kind is Kind.AMOUNT:
        return not clause.numbers and "FREE" not in clause.names
    if one.kind is Kind.POLAR:
        same = len(shared(one.matter.stems, clause.matter.stems)) + 0.5 * len(
            one.matter.topics & clause.matter.topics
        )
        if 0 < len(one.matter.stems) <= _PLAIN and one.matter.stems <= clause.matter.stems:
            return False
        return pair.value < values.MEDIUM or same < 0.34 * len(one.matter.stems)
    return False


def _misses(one: Asked, clause: Clause, pair: Pair) -> bool:
    """Speaks of the same thing, but of something else about it: "Does the tin leak?" - "It is from 1930"."""
    stems = one.matter.stems
    if one.either or len(stems) < 3 or len(clause.words) <= 4 or pair.link >= 2:
        return False
    if (one.numbers and clause.numbers) or (one.dated and clause.dated):
        return False
    same = len(shared(stems, clause.matter.stems))
    return same < 0.34 * len(stems) and not one.matter.topics & clause.matter.topics


def _continues(question: int, clause: Clause, wanted: Sequence[Asked]) -> bool:
    """ "May I paint it? With what?" - "Sure, chalk paint": a yes and more."""
    one = wanted[question]
    if _gives_more(question, clause, wanted):
        return True
    if not clause.extra or clause.claimed != {question - 1} or one.kind not in OPEN or len(one.words) > 5:
        return False
    before = wanted[question - 1].matter
    return not (before.topics & clause.matter.topics or shared(before.stems, clause.matter.stems))


def _gives_more(question: int, clause: Clause, wanted: Sequence[Asked]) -> bool:
    """ "Is it washable? At what temperature?" - "At 30": one takes the agreement, the other the number."""
    one = wanted[question]
    others = [wanted[n] for n in clause.claimed]
    if any(abs(n - question) > 1 for n in clause.claimed):
        return False
    if one.kind is Kind.POLAR:
        return clause.says_yes_or_no and not any(other.kind in (Kind.POLAR, Kind.ACT) for other in others)
    if any(other.kind is not Kind.POLAR or other.numbers or other.dated for other in others):
        return False
    if one.kind is Kind.AMOUNT:
        fits = not clause.dated or one.unit in _TIMED
        return bool(clause.numbers) and fits and values.value(one, clause) >= values.MEDIUM
    return one.kind is Kind.WHEN and clause.dated


_TIMED: Final = frozenset({"time", "length"})
""" "How long" asks for either."""


def _is_free(question: int, clause: Clause, clauses: Sequence[Clause], wanted: Sequence[Asked]) -> bool:
    """Nothing in its sentence answers another question, or the sentence is a list of short answers."""
    same = [one for one in clauses if one.sentence == clause.sentence]
    claims = {n for one in same for n in one.claimed}
    if len(wanted) == 1 or not claims:
        return True
    if any(one.claimed and one.names & {"YES", "NO"} for one in same) and not clause.says_yes_or_no:
        named = bool(clause.numbers) or (wanted[question].kind is Kind.WHERE and "PLACE" in clause.names)
        return question < min(claims) and named and clause is same[0]
    if any(wanted[n].kind is Kind.POLAR and n < question for n in claims) and not vague.is_hard(clause):
        return False
    return bool(clause.numbers) or all(len(one.words) <= 4 for one in same)


_PRONOUNS: Final = frozenset(
    "it they that this these you he she es er sie das dies il elle c'est on ils ca vous to one ono lo la si puo non".split()
)


def _alone(
    one: Asked, clause: Clause, clauses: Sequence[Clause], wanted: Sequence[Asked], pair: Pair
) -> bool:
    """The only question, and a clause that speaks of its subject, or one of its choices in a word."""
    if one.either:
        return len(clause.words) <= 4
    if len(wanted) > 1:
        return pair.value > values.MEDIUM and len(clause.words) <= 5
    is_first = clause is next(said for said in clauses if not values.is_empty(said))
    return pair.value > 0 and (
        pair.link > 0
        or (len(clause.words) <= 4 and not _is_long(clauses))
        or (is_first and clause.words[0] in _PRONOUNS)
    )
