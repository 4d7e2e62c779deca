"""Bonds: how much a question and a clause of a reply have in common."""

from collections.abc import Mapping, Sequence
from typing import Final

from helpdesk.conduct.rules.answers.clauses import Clause
from helpdesk.conduct.rules.answers.kinds import Asked
from helpdesk.conduct.rules.answers.linking import shared


def common_of(wanted: Sequence[Asked]) -> Mapping[str, int]:
    """How many of the questions speak of each stem and topic: what all share tells them not apart."""
    counts: dict[str, int] = {}
    for one in wanted:
        for word in one.matter.stems | one.matter.topics:
            counts[word] = counts.get(word, 0) + 1
    return counts


_GENERAL: Final = frozenset(
    {"shipping", "delivery", "parcel", "time", "change", "part", "size", "length", "photo"}
)


def _weight(topic: str) -> float:
    """What many messages speak of anyway tells less."""
    return 0.5 if topic in _GENERAL else 0.75


def link_of(one: Asked, clause: Clause, common: Mapping[str, int]) -> float:
    """How much both share, in stems: 0 nothing, 0.75 a topic, 1 a word of no other question."""
    stems = shared(one.matter.stems, clause.matter.stems)
    topics = one.matter.topics & clause.matter.topics
    counted = one.numbers and clause.numbers and "FLUFF" not in clause.names
    worth = 0.75 if counted or (one.dated and clause.dated) else 0.0
    worth += sum(1.0 if common.get(stem, 1) == 1 else 0.35 for stem in stems)
    worth += sum(_weight(topic) if common.get(topic, 1) == 1 else 0.25 for topic in topics)
    if "paying" in one.matter.topics and "FREE" in clause.names:
        worth += 0.75
    return worth
