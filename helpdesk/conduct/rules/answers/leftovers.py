"""Leftovers: questions answered by their place in a list, by "both", by a promise, or that have become moot."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from helpdesk.conduct.rules.answers import vague, values
from helpdesk.conduct.rules.answers.bonds import common_of, link_of
from helpdesk.conduct.rules.answers.clauses import UNIT, Clause
from helpdesk.conduct.rules.answers.kinds import COUNTED, Asked, Kind


def by_item(wanted: Sequence[Asked], clauses: Sequence[Clause]) -> set[int]:
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


def by_order(
    wanted: Sequence[Asked], clauses: Sequence[Clause], useful: Sequence[int], done: set[int]
) -> set[int]:
    """Sentences that answer nothing yet, between those that answer the questions around."""
    found: set[int] = set()
    common = common_of(wanted)
    said = [clauses[n] for n in useful]
    taken = {one.sentence for one in said if one.claimed or values.is_status(one)}
    free = [one for one in said if one.sentence not in taken and may_answer(one)]
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


def may_answer(one: Clause) -> bool:
    """Whether it says something of the goods or the order."""
    solid = one.numbers or one.matter.stems or one.names & {"YES", "NO", "NEG"}
    return bool(solid) and not (vague.is_vague(one) or one.hollow or values.is_status(one))


def by_both(wanted: Sequence[Asked], clauses: Sequence[Clause], done: set[int]) -> set[int]:
    """ "Both", "neither": two questions or more in a word."""
    said = any(
        one.names & {"BOTH", "NEITHER"} and _of_both(one) and not vague.is_vague(one) for one in clauses
    )
    if not said or len(wanted) < 2:
        return set()
    return {n for n, one in enumerate(wanted) if n not in done and (one.kind is Kind.POLAR or one.bare)}


def _of_both(one: Clause) -> bool:
    """ "Both", not "with handles on both sides"."""
    return len(one.words) <= _PIECE and one.words[0] not in _SIDED


_SIDED: Final = frozenset("with on at in mit an auf avec sur des con su da z na po".split())


def by_promise(wanted: Sequence[Asked], clauses: Sequence[Clause], done: set[int]) -> set[int]:
    """ "I'll measure it and post it here by Thursday" names what and when."""
    for number in {one.sentence for one in clauses}:
        same = [one for one in clauses if one.sentence == number]
        if vague.commits(same) and not any(one.claimed for one in same):
            return {n for n in range(len(wanted)) if n not in done}
    return set()


def by_premise(wanted: Sequence[Asked], clauses: Sequence[Clause], done: set[int]) -> set[int]:
    """ "Is a hose included and does it reach 10 m?" - "No hose": there is nothing left to say of it."""
    denied = {n for one in clauses if one.names & {"NO", "NEG", "ONLY"} for n in one.claimed}
    return {
        n
        for n, one in enumerate(wanted)
        if n not in done
        and n - 1 in denied
        and ((one.follows and one.kind in _MOOT) or (_supposes(one) and wanted[n - 1].kind is Kind.POLAR))
    }


def by_detail(wanted: Sequence[Asked], done: set[int]) -> set[int]:
    """ "Has it a pocket? How big?" - "Up to 15 inches": the detail supposes the yes."""
    supposed = {
        n
        for n, (one, after) in enumerate(pairwise(wanted))
        if n not in done and n + 1 in done and one.kind is Kind.POLAR and (_is_detail(after) or after.other)
    }
    return supposed | {n for n, one in enumerate(wanted) if one.other and n - 1 in done}


def by_bare_detail(wanted: Sequence[Asked], found: set[int]) -> frozenset[int]:
    """Of what `by_detail` found, where the detail has no verb: "How tall is it?" may be of anything."""
    return frozenset(
        n
        for n in found
        if wanted[n].other or (n + 1 < len(wanted) and _BEING.isdisjoint(wanted[n + 1].words))
    )


_BEING: Final = frozenset("is are was ist sind war est sont e sono jest sa c'est".split())


def _is_detail(one: Asked) -> bool:
    """A question of a few words that names nothing but a measure."""
    return (
        one.kind in _DETAILS and len(one.words) <= _FEW and all(_measures(word) for word in one.matter.words)
    )


def _measures(word: str) -> bool:
    return word in UNIT or word in _BARE or word.startswith(COUNTED)


_WITH: Final = frozenset("with without mit ohne avec sans con senza z ze bez".split())
_BARE: Final = frozenset(
    "until till from since by bis ab seit von jusqu jusque depuis a fino entro da do od till which what quale quali welche "
    "welcher welches lequel laquelle lesquels quel quelle quels quelles jaki jaka jakie ktory ktora ktore womit czym quoi".split()
)


_DETAILS: Final = frozenset({Kind.AMOUNT, Kind.WHEN, Kind.WHERE, Kind.CHOICE, Kind.HOW})
_FEW: Final = 4


def by_remainder(
    wanted: Sequence[Asked], clauses: Sequence[Clause], useful: Sequence[int], done: set[int]
) -> set[int]:
    """What is left of a reply in short pieces answers what is left of the questions."""
    common = common_of(wanted)
    said = [clauses[n] for n in useful]
    free = [one for one in said if not one.claimed and may_answer(one)]
    left = sorted(
        (n for n in range(len(wanted)) if n not in done), key=lambda n: wanted[n].kind is Kind.POLAR
    )
    if len(wanted) < 2 or len(left) == len(wanted):
        return set()
    even = len(free) == len(left) and all(len(one.words) <= _PIECE for one in said)
    apart = [one for one in free if _stands_alone(one, said)]
    even = even or len(apart) >= len(left)
    found: set[int] = set()
    for n in left:
        fit = next(
            (c for c in free if not c.claimed and _fills(n, c, wanted, common, even and not _adds(c, said))),
            None,
        )
        if fit is not None:
            fit.claimed.add(n)
            found.add(n)
    return found


def _adds(clause: Clause, said: Sequence[Clause]) -> bool:
    """It stands behind an answer in its sentence, and may be no more than a word about it."""
    return any(one.claimed and one.sentence == clause.sentence and one.start < clause.start for one in said)


def _stands_alone(clause: Clause, said: Sequence[Clause]) -> bool:
    """A short sentence that answers nothing else, or words that begin one."""
    if not clause.numbers and not clause.dated and len(clause.words) <= _PIECE and not _adds(clause, said):
        return True
    return len(clause.words) <= _BRIEF and not any(
        one.claimed and one.sentence == clause.sentence for one in said
    )


_BRIEF: Final = 8
_PIECE: Final = 6


def _fills(n: int, clause: Clause, wanted: Sequence[Asked], common: Mapping[str, int], even: bool) -> bool:
    """Of the type asked for, and nearer to no other question."""
    one = wanted[n]
    link = link_of(one, clause, common)
    if any(link_of(other, clause, common) > link for k, other in enumerate(wanted) if k != n):
        return False
    if one.kind in (Kind.POLAR, Kind.ACT):
        if one.follows and (clause.dated or clause.numbers):
            return True
        return values.value(one, clause) > values.MEDIUM or (even and not clause.numbers)
    if one.kind in (Kind.AMOUNT, Kind.WHEN):
        return values.value(one, clause) >= values.MEDIUM
    return even and values.value(one, clause) >= values.MEDIUM


_MOOT: Final = frozenset({Kind.POLAR, Kind.AMOUNT, Kind.CHOICE})
_SUPPOSING: Final = re.compile(
    r"would|wuerde|wurde[nt]?|ware[nt]?|[a-z]{2,}(?:erait|eraient|rebbe|rebbero|alby|alaby|iby|aby|oby)|by"
)


def _supposes(one: Asked) -> bool:
    """ "What would that cost?" after "Is it sold singly?"."""
    return one.kind in (Kind.AMOUNT, Kind.WHEN, Kind.CHOICE) and any(
        _SUPPOSING.fullmatch(word) for word in one.words
    )
