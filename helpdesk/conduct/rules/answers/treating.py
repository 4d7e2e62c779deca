"""Treating: which question of a buyer a reply answers, which it evades, and which it leaves out."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from helpdesk.conduct.rules.answers import vague, values
from helpdesk.conduct.rules.answers.accepting import Pair, accepts
from helpdesk.conduct.rules.answers.bonds import common_of, link_of
from helpdesk.conduct.rules.answers.clauses import Clause, joined, pieces_of
from helpdesk.conduct.rules.answers.judge import Case, judged
from helpdesk.conduct.rules.answers.kinds import Asked, Kind, asked
from helpdesk.conduct.rules.answers.leftovers import (
    by_bare_detail,
    by_both,
    by_detail,
    by_item,
    by_order,
    by_premise,
    by_promise,
    by_remainder,
    may_answer,
)
from helpdesk.conduct.rules.answers.prose import Prose
from helpdesk.conduct.rules.answers.straying import strays
from helpdesk.conduct.rules.answers.terse import by_brevity, by_list
from helpdesk.conduct.terms import Question, Treated, Treatment

_SURE, _LIKELY, _DOUBTED = 0.9, 0.75, 0.5


def treated(*, buyer: Prose, reply: str, questions: Sequence[Question]) -> Sequence[Treated]:
    """What becomes of each: what the rules say, and what the judge makes of it."""
    return judged(heard(buyer=buyer, reply=reply, questions=questions))


def heard(*, buyer: Prose, reply: str, questions: Sequence[Question]) -> Case:
    """What the rules say of each."""
    answer = Prose(reply, likely=buyer.languages)
    pieces = pieces_of(answer)
    wanted = _asked(buyer, questions)
    spoken = (buyer.languages, answer.languages)
    if by_list(wanted, pieces) or (
        by_brevity(wanted, pieces) and not strays(wanted, pieces, answer.languages)
    ):
        all_ = [_treated(one, n, {*range(len(wanted))}, set()) for n, one in enumerate(questions)]
        return Case(wanted, pieces, spoken, all_)
    clauses = joined(pieces)
    strayed = strays(wanted, clauses, answer.languages)
    done = set[int]() if strayed else _answered(wanted, clauses)
    supposed = by_detail(wanted, done)
    done |= supposed
    open_ = [n for n in range(len(wanted)) if n not in done]
    evaded = _evaded(open_, wanted, clauses)
    doubted = _doubted(wanted, clauses)
    ruled = [_treated(one, n, done, evaded, doubted) for n, one in enumerate(questions)]
    return Case(wanted, clauses, spoken, ruled, by_bare_detail(wanted, supposed))


def _doubted(wanted: Sequence[Asked], clauses: Sequence[Clause]) -> set[int]:
    """Questions that something may have been said to which answers no other: nobody is told off for these."""
    free = [one for one in clauses if may_answer(one) and not one.claimed and not values.is_empty(one)]
    if len(free) != 1 or len(wanted) < 2:
        return set()
    common = common_of(wanted)
    return {
        n
        for n, one in enumerate(wanted)
        if one.kind in _BROAD and not _is_of_another(free[0], n, wanted, common)
    }


_BROAD: Final = frozenset({Kind.POLAR})
"""Kinds that are answered in words of many sorts."""


def _treated(
    one: Question, n: int, done: set[int], evaded: set[int], doubted: Collection[int] = ()
) -> Treated:
    if n in done:
        return Treated(question=one, treatment=Treatment.ANSWERED, score=_SURE)
    kind = Treatment.VAGUE if n in evaded else Treatment.IGNORED
    score = _DOUBTED if n in doubted and n not in evaded else _LIKELY
    return Treated(question=one, treatment=kind, score=score)


def _asked(buyer: Prose, questions: Sequence[Question]) -> list[Asked]:
    found: list[Asked] = []
    before = None
    for one in questions:
        between = buyer.original[before.end : one.start] if before else "."
        follows = not any(char in between for char in ".?!\n;") and not (
            before and before.text.rstrip().endswith("?")
        )
        other = before is not None and _OR.match(f"{between} {one.text}".lower()) is not None
        found.append(
            asked(one.text, buyer.languages, found[-1] if found else None, follows=follows, other=other)
        )
        before = one
    return found


_OR: Final = re.compile(r"[\s?.,;!]*(?:or|oder|ou|o|oppure|lub|albo|czy tez|czy też|ou bien)\s")


def _answered(wanted: Sequence[Asked], clauses: Sequence[Clause]) -> set[int]:
    done = by_item(wanted, clauses)
    useful = [n for n, one in enumerate(clauses) if not values.is_empty(one)]
    common = common_of(wanted)
    pairs = sorted(_pairs(wanted, clauses, useful, common), key=lambda pair: -pair.score)
    for pair in pairs:
        if pair.question not in done and accepts(pair, wanted, clauses):
            done.add(pair.question)
            clauses[pair.clause].claimed.add(pair.question)
    done |= by_both(wanted, clauses, done)
    done |= by_order(wanted, clauses, useful, done)
    done |= by_promise(wanted, clauses, done)
    done |= by_premise(wanted, clauses, done)
    return done | by_remainder(wanted, clauses, useful, done)


_HOLLOW: Final = 1.5
"""So much must be shared with a clause of a sentence that else says nothing."""


def _pairs(
    wanted: Sequence[Asked], clauses: Sequence[Clause], useful: Sequence[int], common: Mapping[str, int]
) -> list[Pair]:
    found = []
    for q, one in enumerate(wanted):
        for rank, c in enumerate(useful):
            clause = clauses[c]
            if vague.is_vague_for(one, clause) or (clause.hollow and link_of(one, clause, common) < _HOLLOW):
                continue
            if vague.is_weak_for(one, clause) and one.kind is Kind.HOW:
                continue
            worth, link = values.value(one, clause), link_of(one, clause, common)
            apart = abs(q / len(wanted) - rank / len(useful))
            score = 2 * worth + min(link, 2.5) - 0.5 * apart
            found.append(Pair(score, q, c, worth, link))
    return found


def _evaded(open_: Sequence[int], wanted: Sequence[Asked], clauses: Sequence[Clause]) -> set[int]:
    """Of the questions left open, those that something vague was said to."""
    said = [one for one in clauses if not values.is_empty(one)]
    if (
        said
        and all(vague.is_vague(one) or one.hollow for one in said)
        and any(vague.is_vague(one) for one in said)
    ):
        return {*open_}
    if len(wanted) == len(open_) == 1 and said and vague.dodges(wanted[0], clauses):
        return {*open_}
    common = common_of(wanted)
    whole = len(open_) == len(wanted)
    result: set[int] = set()
    for clause in clauses:
        if clause.claimed or clause.asks:
            continue
        if vague.is_vague(clause):
            same = [one for one in clauses if one.sentence == clause.sentence and not one.claimed]
            linked = [n for n in open_ if _speaks_of(wanted[n], same, common)]
            alone = whole or (len(open_) == 1 and not _is_of_another(clause, open_[0], wanted, common))
            result.update(linked or [n for n in open_ if alone or _suits(n, wanted[n], clause, clauses)])
        else:
            result.update(n for n in open_ if vague.is_weak_for(wanted[n], clause))
    return result


def _speaks_of(one: Asked, same: Sequence[Clause], common: Mapping[str, int]) -> bool:
    """By a word of the sentence, or by the word that asked: "How long, that depends"."""
    if any(link_of(one, clause, common) >= _AKIN for clause in same):
        return True
    return any(_ECHOES.get(one.kind, "") in clause.names for clause in same)


_AKIN: Final = 0.35
_ECHOES: Final = {
    Kind.AMOUNT: "Q_AMOUNT",
    Kind.WHEN: "Q_WHEN",
    Kind.WHERE: "Q_WHERE",
    Kind.HOW: "Q_HOW",
    Kind.WHY: "Q_WHY",
}


def _is_of_another(clause: Clause, n: int, wanted: Sequence[Asked], common: Mapping[str, int]) -> bool:
    """It belongs to what was said in answer to another question."""
    return any(link_of(one, clause, common) >= _AKIN for k, one in enumerate(wanted) if k != n)


def _suits(n: int, one: Asked, clause: Clause, clauses: Sequence[Clause]) -> bool:
    """What is vague about a time evades a question about one; else the order tells."""
    if clause.names & {"SOON", "BUSY"}:
        return one.kind is Kind.WHEN or (one.kind is Kind.AMOUNT and one.unit in ("", "length"))
    before = max((c.sentence for c in clauses if any(q < n for q in c.claimed)), default=-1)
    after = min((c.sentence for c in clauses if any(q > n for q in c.claimed)), default=len(clauses))
    return before <= clause.sentence <= after and not clause.names.isdisjoint(
        ("EVASIVE", "HEDGE", "REFER", "HOLD")
    )
