"""Witnesses: all that speaks for or against that a reply answers a question, as numbered features."""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from helpdesk.conduct.rules.answers import vague, values
from helpdesk.conduct.rules.answers.bonds import common_of, link_of
from helpdesk.conduct.rules.answers.clauses import Clause
from helpdesk.conduct.rules.answers.kinds import OPEN, Asked, Kind
from helpdesk.conduct.rules.answers.lexicon import LANGUAGES
from helpdesk.conduct.rules.answers.linking import shared
from helpdesk.conduct.rules.meanings import UNKNOWN, meanings_of, shipped

BUCKETS: Final = 1 << 13
MOST_CLAUSES: Final = 24  # of a reply that are weighed
MOST_MEANINGS: Final = 12  # of a clause or a question that are paired
Features = dict[int, float]
_SMALL: Final = 0.35  # how much one of many words counts


@dataclass(frozen=True, slots=True)
class Meant:
    """What a piece of text means: its meanings and their kinds."""

    meanings: frozenset[int]
    kinds: frozenset[int]


@dataclass(frozen=True, slots=True)
class Match:
    """A clause as an answer to one question: its value, what both share in stems and in meanings, its rank."""

    clause: Clause
    meant: Meant
    value: float
    link: float
    alike: frozenset[int]
    score: float


def witnesses(
    *, wanted: Sequence[Asked], clauses: Sequence[Clause], languages: tuple[int, int]
) -> list[Features]:
    """Of each question. `languages`: of the questions, of the reply."""
    said = clauses[:MOST_CLAUSES]
    useful = [one for one in said if not values.is_empty(one)]
    meant = [_meant(one.words, languages[1]) for one in useful]
    asked = [_meant(one.words, languages[0]) for one in wanted]
    common = common_of(wanted)
    matches = [
        [_match(n, one, asked[n], (len(wanted), len(useful)), rank, clause, meant[rank], common)
         for rank, clause in enumerate(useful)]
        for n, one in enumerate(wanted)
    ]  # fmt: skip
    return [_features(n, wanted, asked, said, matches) for n in range(len(wanted))]


def _meant(words: Sequence[str], languages: int) -> Meant:
    language = next((one for bit, one in enumerate(LANGUAGES) if languages >> bit & 1), LANGUAGES[0])
    found = [one for one in meanings_of(words, language) if one != UNKNOWN][:MOST_MEANINGS]
    kinds = shipped().kinds
    return Meant(frozenset(found), frozenset(kind for one in found for kind in kinds[one]))


def _match(
    n: int,
    one: Asked,
    asked: Meant,
    sizes: tuple[int, int],
    rank: int,
    clause: Clause,
    meant: Meant,
    common: Mapping[str, int],
) -> Match:
    value, link = values.value(one, clause), link_of(one, clause, common)
    if vague.is_vague_for(one, clause) or clause.hollow:
        value = 0.0
    alike = asked.meanings & meant.meanings
    apart = abs(n / sizes[0] - rank / sizes[1])
    score = 2 * value + min(link, 2.5) + 0.4 * min(len(alike), 3) - 0.5 * apart
    return Match(clause, meant, value, link, alike, score)


def _features(
    n: int,
    wanted: Sequence[Asked],
    asked: Sequence[Meant],
    said: Sequence[Clause],
    matches: Sequence[Sequence[Match]],
) -> Features:
    kind = _group(wanted[n].kind)
    found: Features = {}
    for name, worth in _all(n, wanted, asked, said, matches):
        for one in (name, f"{kind}|{name}"):
            at = zlib.crc32(one.encode()) % BUCKETS
            found[at] = found.get(at, 0.0) + worth
    for name, worth in _words(n, asked, matches):
        at = zlib.crc32(name.encode()) % BUCKETS
        found[at] = found.get(at, 0.0) + worth
    return found


def _group(kind: Kind) -> str:
    return "open" if kind in OPEN else kind.value


def _level(number: float, *steps: float) -> int:
    """How many of the steps it reaches."""
    return sum(number >= step for step in steps)


_LINKS: Final = (0.25, 0.5, 0.75, 1.0, 1.75, 2.5)
_VALUES: Final = (0.3, 0.5, 0.7, 0.9)


def _all(
    n: int,
    wanted: Sequence[Asked],
    asked: Sequence[Meant],
    said: Sequence[Clause],
    matches: Sequence[Sequence[Match]],
) -> Iterator[tuple[str, float]]:
    one, mine = wanted[n], matches[n]
    yield "always", 1.0
    yield f"questions{min(len(wanted), 4)}", 1.0
    yield f"place{min(n, 3)}", 0.5
    yield ("last" if n == len(wanted) - 1 else "not last"), 0.5
    yield f"kind:{one.kind.value}", 1.0
    for flag in ("either", "follows", "bare", "numbers", "dated", "acts", "other"):
        if getattr(one, flag):
            yield flag, 1.0
    yield from _whole(wanted, said, mine)
    if not mine:
        return
    best = max(mine, key=lambda match: match.score)
    yield from _best("best", n, best, one, matches)
    free = [match for match in mine if not match.clause.claimed]
    if free:
        yield from _best("free", n, max(free, key=lambda match: match.score), one, matches)
    else:
        yield "nothing free", 1.0
    yield f"value{_level(max(m.value for m in mine), *_VALUES)}", 1.0
    yield f"link{_level(max(m.link for m in mine), *_LINKS)}", 1.0
    yield (
        f"linked value{_level(max((m.value for m in mine if m.link >= 0.35), default=-1.0), 0.0, *_VALUES)}",
        1.0,
    )
    yield f"alike{min(3, max(len(m.alike) for m in mine))}", 1.0
    kinds = frozenset[int]().union(*(m.meant.kinds for m in mine))
    yield f"kinds{min(4, len(kinds & asked[n].kinds))}", 0.5
    yield f"claims {'mine' if any(n in m.clause.claimed for m in mine) else 'none'}", 1.0


def _whole(
    wanted: Sequence[Asked], said: Sequence[Clause], mine: Sequence[Match]
) -> Iterator[tuple[str, float]]:
    words = sum(len(m.clause.words) for m in mine)
    yield f"words{_level(words / len(wanted), 1, 3, 5, 8, 12, 20)}", 1.0
    yield f"total{_level(words, 1, 4, 8, 14, 25, 50)}", 0.5
    left = len(mine) - len(wanted)
    yield f"left{_level(left, -1, 0, 1, 2, 4)}", 1.0
    sentences = {m.clause.sentence for m in mine}
    yield f"sentences{_level(len(sentences) / len(wanted), 0.4, 0.8, 1, 1.5, 2.5)}", 0.5
    if not mine:
        yield "empty", 1.0
    vagues = sum(vague.is_vague(m.clause) or m.clause.hollow for m in mine)
    if mine:
        yield f"vague{_level(vagues / len(mine), 0.01, 0.34, 0.67, 1)}", 1.0
    for name in sorted({name for clause in said for name in clause.names} & _TELLING):
        yield f"says:{name}", 0.5
    if any(c.asks for c in said):
        yield "asks", 0.5


_TELLING: Final = frozenset(
    "YES AFFIRM ALSO NO NEG BOTH NEITHER DATE SOON EVASIVE HEDGE REFER HOLD BUSY PROMISE DONE FREE FEW NUM REASON COURTESY "
    "FLUFF ASKBACK PLACE DEPENDS ONLY EASY BLAND".split()
)


def _best(
    side: str, n: int, best: Match, one: Asked, matches: Sequence[Sequence[Match]]
) -> Iterator[tuple[str, float]]:
    clause = best.clause
    yield f"{side} value{_level(best.value, *_VALUES)}", 1.0
    yield f"{side} link{_level(best.link, *_LINKS)}", 1.0
    yield f"{side} both{_level(best.value, *_VALUES)}.{_level(best.link, 0.25, 0.75, 1.5)}", 1.0
    yield f"{side} alike{min(3, len(best.alike))}", 1.0
    yield f"{side} words{_level(len(clause.words), 2, 4, 7, 11)}", 1.0
    stems = len(shared(one.matter.stems, clause.matter.stems)) / max(1, len(one.matter.stems))
    yield f"{side} stems{_level(stems, 0.01, 0.34, 0.5, 0.75)}", 1.0
    others = [match for k, row in enumerate(matches) if k != n for match in row if match.clause is clause]
    if others:
        most = max(match.link for match in others)
        yield f"{side} {'nearer' if best.link > most else 'as near' if best.link == most else 'farther'}", 1.0
    if clause.claimed:
        yield f"{side} claimed {'by this' if n in clause.claimed else 'by another'}", 1.0
    for flag in ("numbers", "dated", "hollow"):
        if getattr(clause, flag):
            yield f"{side} {flag}", 1.0
    if vague.is_vague(clause):
        yield f"{side} vague", 1.0
    for name in sorted(clause.names & _TELLING):
        yield f"{side}:{name}", 0.7


def _words(n: int, asked: Sequence[Meant], matches: Sequence[Sequence[Match]]) -> Iterator[tuple[str, float]]:
    """What the words of question and reply mean, alone and together."""
    if not matches[n]:
        return
    best = max(matches[n], key=lambda match: match.score)
    for first, second in combinations(sorted(best.clause.names & _TELLING), 2):
        yield f"names {first} {second}", 0.7
    for match in matches[n]:
        if not match.clause.claimed - {n}:
            yield from (("free:" + name, 0.7) for name in sorted(match.clause.names & _TELLING))
            yield from _each("free", match.meant)
    yield from ((f"alike {meaning}", _SMALL) for meaning in best.alike)
    yield from _each("said", best.meant)
    yield from _each("asked", asked[n])
    for kind in asked[n].kinds:
        yield from ((f"kinds {kind} {other}", _SMALL / 2) for other in best.meant.kinds)


def _each(side: str, meant: Meant) -> Iterator[tuple[str, float]]:
    yield from ((f"{side} {meaning}", _SMALL) for meaning in meant.meanings)
    yield from ((f"{side} kind {kind}", _SMALL) for kind in meant.kinds)
