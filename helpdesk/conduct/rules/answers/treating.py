"""Treating: which question of a buyer a reply answers, which it evades, and which it leaves out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from helpdesk.conduct.rules.answers import vague, values
from helpdesk.conduct.rules.answers.bonds import common_of, link_of
from helpdesk.conduct.rules.answers.clauses import Clause, clauses_of
from helpdesk.conduct.rules.answers.kinds import OPEN, Asked, Kind, asked
from helpdesk.conduct.rules.answers.linking import shared
from helpdesk.conduct.rules.answers.prose import Prose
from helpdesk.conduct.terms import Question, Treated, Treatment

_LINKED: Final = 0.75
_SURE, _LIKELY = 0.9, 0.75


@dataclass(frozen=True, slots=True)
class _Pair:
    score: float
    question: int
    clause: int
    value: float
    link: float


def treated(*, buyer: Prose, reply: str, questions: Sequence[Question]) -> Sequence[Treated]:
    """What becomes of each."""
    answer = Prose(reply, likely=buyer.languages)
    clauses = clauses_of(answer)
    wanted = _asked(buyer, questions)
    done = _answered(wanted, clauses)
    open_ = [n for n in range(len(wanted)) if n not in done]
    evaded = _evaded(open_, wanted, clauses)
    return [_treated(one, n, done, evaded) for n, one in enumerate(questions)]


def _treated(one: Question, n: int, done: set[int], evaded: set[int]) -> Treated:
    if n in done:
        return Treated(question=one, treatment=Treatment.ANSWERED, score=_SURE)
    kind = Treatment.VAGUE if n in evaded else Treatment.IGNORED
    return Treated(question=one, treatment=kind, score=_LIKELY)


def _asked(buyer: Prose, questions: Sequence[Question]) -> list[Asked]:
    found: list[Asked] = []
    before = None
    for one in questions:
        between = buyer.original[before.end : one.start] if before else "."
        follows = not any(char in between for char in ".?!\n;") and not (
            before and before.text.rstrip().endswith("?")
        )
        found.append(asked(one.text, buyer.languages, found[-1] if found else None, follows=follows))
        before = one
    return found


def _answered(wanted: Sequence[Asked], clauses: Sequence[Clause]) -> set[int]:
    done = _by_item(wanted, clauses)
    useful = [n for n, one in enumerate(clauses) if not values.is_empty(one)]
    common = common_of(wanted)
    pairs = sorted(_pairs(wanted, clauses, useful, common), key=lambda pair: -pair.score)
    for pair in pairs:
        if pair.question not in done and _accepts(pair, wanted, clauses):
            done.add(pair.question)
            clauses[pair.clause].claimed.add(pair.question)
    done |= _by_both(wanted, clauses, done)
    done |= _by_order(wanted, clauses, useful, done)
    done |= _by_promise(wanted, clauses, done)
    return done | _by_premise(wanted, clauses, done)


def _by_item(wanted: Sequence[Asked], clauses: Sequence[Clause]) -> set[int]:
    """ "1) yes 2) 47 cm"."""
    items = {one.item for one in clauses if one.item}
    if len(wanted) < 2 or not {1, 2} <= items:
        return set()
    done = set()
    for one in clauses:
        if 0 < one.item <= len(wanted) and not vague.is_vague(one) and not values.is_empty(one):
            done.add(one.item - 1)
            one.claimed.add(one.item - 1)
    return done


_HOLLOW: Final = 1.5
"""So much must be shared with a clause of a sentence that else says nothing."""


def _pairs(
    wanted: Sequence[Asked], clauses: Sequence[Clause], useful: Sequence[int], common: Mapping[str, int]
) -> list[_Pair]:
    found = []
    for q, one in enumerate(wanted):
        for rank, c in enumerate(useful):
            clause = clauses[c]
            if vague.is_vague(clause) or (clause.hollow and link_of(one, clause, common) < _HOLLOW):
                continue
            worth, link = values.value(one, clause), link_of(one, clause, common)
            apart = abs(q / len(wanted) - rank / len(useful))
            score = 2 * worth + min(link, 2.5) - 0.5 * apart
            found.append(_Pair(score, q, c, worth, link))
    return found


def _accepts(pair: _Pair, wanted: Sequence[Asked], clauses: Sequence[Clause]) -> bool:
    one, clause = wanted[pair.question], clauses[pair.clause]
    linked = pair.link >= _LINKED
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
        if values.is_status(clause) and one.kind in (Kind.CHOICE, Kind.HOW):
            return False
        return pair.value > 0 and _is_free(pair.question, clause, clauses, wanted)
    if one.kind is Kind.POLAR:
        return pair.value >= values.STRONG or _alone(one, clause, wanted, pair)
    return pair.value >= values.MEDIUM


def _taken(one: Asked, clause: Clause, pair: _Pair) -> bool:
    """Said in answer to another question: it must say more than the same word to answer this one too."""
    if one.kind is Kind.POLAR:
        same = len(shared(one.matter.stems, clause.matter.stems)) + 0.5 * len(
            one.matter.topics & clause.matter.topics
        )
        return pair.value < values.MEDIUM or same < 0.34 * len(one.matter.stems)
    return False


def _misses(one: Asked, clause: Clause, pair: _Pair) -> bool:
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
    if not clause.extra or clause.claimed != {question - 1} or one.kind not in OPEN or len(one.words) > 5:
        return False
    before = wanted[question - 1].matter
    return not (before.topics & clause.matter.topics or shared(before.stems, clause.matter.stems))


def _is_free(question: int, clause: Clause, clauses: Sequence[Clause], wanted: Sequence[Asked]) -> bool:
    """Nothing in its sentence answers another question, or the sentence is a list of short answers."""
    same = [one for one in clauses if one.sentence == clause.sentence]
    claims = {n for one in same for n in one.claimed}
    if len(wanted) == 1 or not claims:
        return True
    if any(one.claimed and one.names & {"YES", "NO"} for one in same) and not clause.says_yes_or_no:
        return question < min(claims) and bool(clause.numbers) and clause is same[0]
    if any(wanted[n].kind is Kind.POLAR and n < question for n in claims) and not vague.is_hard(clause):
        return False
    return bool(clause.numbers) or all(len(one.words) <= 4 for one in same)


_PRONOUNS: Final = frozenset(
    "it they that this these you he she es er sie das dies il elle c'est on ils ca vous to one ono lo la si puo non".split()
)


def _alone(one: Asked, clause: Clause, wanted: Sequence[Asked], pair: _Pair) -> bool:
    """The only question, and a clause that speaks of its subject, or one of its choices in a word."""
    if one.either:
        return len(clause.words) <= 4
    if len(wanted) > 1:
        return pair.value > values.MEDIUM and len(clause.words) <= 5
    return pair.value > 0 and (pair.link > 0 or len(clause.words) <= 4 or clause.words[0] in _PRONOUNS)


def _by_order(
    wanted: Sequence[Asked], clauses: Sequence[Clause], useful: Sequence[int], done: set[int]
) -> set[int]:
    """Sentences that answer nothing yet, between those that answer the questions around."""
    found: set[int] = set()
    common = common_of(wanted)
    said = [clauses[n] for n in useful]
    taken = {one.sentence for one in said if one.claimed}
    free = [one for one in said if one.sentence not in taken and _may_answer(one)]
    for n, one in enumerate(wanted):
        if n in done or one.kind in (Kind.AMOUNT, Kind.WHEN):
            continue
        low = max((c.sentence for c in said if any(q < n for q in c.claimed)), default=-1)
        high = min((c.sentence for c in said if any(q > n for q in c.claimed)), default=len(clauses) + 1)
        if high > len(clauses) and (n + 1 < len(wanted) or low < 0):
            continue
        fits = (c for c in free if low < c.sentence < high and not c.claimed and _near(one, c, common))
        fit = next(fits, None)
        if fit is not None:
            fit.claimed.add(n)
            found.add(n)
    return found


def _near(one: Asked, clause: Clause, common: Mapping[str, int]) -> bool:
    """Something speaks for it: a shared word, a word of agreement, or that nothing more is said."""
    if len(clause.words) <= 4 or link_of(one, clause, common) >= 0.35:
        return True
    return one.kind is Kind.POLAR and values.value(one, clause) >= values.MEDIUM


def _may_answer(one: Clause) -> bool:
    solid = one.numbers or one.matter.stems or one.names & {"YES", "NO", "NEG"}
    return bool(solid) and not (vague.is_vague(one) or one.hollow or values.is_status(one))


def _by_both(wanted: Sequence[Asked], clauses: Sequence[Clause], done: set[int]) -> set[int]:
    """ "Both", "neither": two questions or more in a word."""
    said = any(
        one.names & {"BOTH", "NEITHER"} and len(one.words) <= 5 and not vague.is_vague(one) for one in clauses
    )
    if not said or len(wanted) < 2:
        return set()
    return {n for n, one in enumerate(wanted) if n not in done and (one.kind is Kind.POLAR or one.bare)}


def _by_promise(wanted: Sequence[Asked], clauses: Sequence[Clause], done: set[int]) -> set[int]:
    """ "I'll measure it and post it here by Thursday" names what and when."""
    for number in {one.sentence for one in clauses}:
        same = [one for one in clauses if one.sentence == number]
        if vague.commits(same) and not any(one.claimed for one in same):
            return {n for n in range(len(wanted)) if n not in done}
    return set()


def _by_premise(wanted: Sequence[Asked], clauses: Sequence[Clause], done: set[int]) -> set[int]:
    """ "Is a hose included and does it reach 10 m?" - "No hose": there is nothing left to say of it."""
    denied = {n for one in clauses if one.names & {"NO", "NEG", "ONLY"} for n in one.claimed}
    return {
        n
        for n, one in enumerate(wanted)
        if n not in done
        and n - 1 in denied
        and one.follows
        and one.kind in (Kind.POLAR, Kind.AMOUNT, Kind.CHOICE)
    }


def _evaded(open_: Sequence[int], wanted: Sequence[Asked], clauses: Sequence[Clause]) -> set[int]:
    """Of the questions left open, those that something vague was said to."""
    said = [one for one in clauses if not values.is_empty(one)]
    if (
        said
        and all(vague.is_vague(one) or one.hollow for one in said)
        and any(vague.is_vague(one) for one in said)
    ):
        return {*open_}
    common = common_of(wanted)
    whole = len(open_) == len(wanted)
    result: set[int] = set()
    for clause in clauses:
        if clause.claimed or clause.asks:
            continue
        if vague.is_vague(clause):
            linked = [n for n in open_ if link_of(wanted[n], clause, common) >= 0.35]
            result.update(linked or [n for n in open_ if whole or _suits(n, wanted[n], clause, clauses)])
        else:
            result.update(n for n in open_ if vague.is_weak_for(wanted[n], clause))
    return result


def _suits(n: int, one: Asked, clause: Clause, clauses: Sequence[Clause]) -> bool:
    """What is vague about a time evades a question about one; else the order tells."""
    if clause.names & {"SOON", "BUSY"}:
        return one.kind is Kind.WHEN or (one.kind is Kind.AMOUNT and one.unit in ("", "length"))
    before = max((c.sentence for c in clauses if any(q < n for q in c.claimed)), default=-1)
    after = min((c.sentence for c in clauses if any(q > n for q in c.claimed)), default=len(clauses))
    return before <= clause.sentence <= after and not clause.names.isdisjoint(
        ("EVASIVE", "HEDGE", "REFER", "HOLD")
    )
