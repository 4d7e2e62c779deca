"""Meetings: a visit, a place to meet or a letter as a way around the Platform, where no address is written.

Classes: data/deals/meeting.txt. What a carrier, a refusal or a warning stands beside is none.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from helpdesk.conduct.rules.deals.prefixes import Spotter
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.stems import sections
from helpdesk.conduct.terms import Finding, Label

Spans = dict[str, list[tuple[int, int]]]
Judged = tuple[float, str, int, int]
_NOTHING: Final[Judged] = (0.0, "", 0, 0)
_ALONE: Final = ("own", "spot", "asking", "mail", "write")
_SPOTTER: Final = Spotter(sections("deals/meeting.txt"))
_FRAMES: Final = (
    ("meeting.letter", ("mail", "money"), 0.58),
    ("meeting.settled", ("own", "go", "past"), 0.82),
    ("meeting.settled", ("spot", "go", "past"), 0.8),
    ("meeting.settled", ("own", "go", "money"), 0.58),
    ("meeting.settled", ("spot", "go", "money"), 0.58),
    ("meeting.asked", ("asking", "go"), 0.58),
    ("meeting.asked", ("asking", "money"), 0.58),
    ("meeting.letter", ("write",), 0.66),
    ("meeting.settled", ("spot", "money"), 0.62),
    ("meeting.settled", ("own", "past"), 0.5),
    ("meeting.settled", ("own", "money"), 0.5),
    ("meeting.visit", ("own", "go"), 0.5),
    ("meeting.asked", ("asking",), 0.5),
)
_WIDE: Final = 260  # characters of two sentences that are read as one


def find(reading: Reading) -> Iterator[Finding]:
    """The strongest frame over a sentence or two that follow each other."""
    seen = _SPOTTER.spans(reading.folded.text)
    if not any(seen[name] for name in _ALONE):
        return
    parts = _parted(reading, seen)
    best = max((_judged(part) for part in parts), default=_NOTHING)
    if best[0] > 0:
        yield reading.found(Label.POST, best[1], best[2], best[3], best[0], evidence=("place",))


def _parted(reading: Reading, seen: Spans) -> list[Spans]:
    """What each sentence holds, and each two that follow each other."""
    sentences = reading.sentences
    starts = [low for low, _ in sentences]
    single: list[Spans] = [{} for _ in sentences]
    for name, spans in seen.items():
        for one in spans:
            at = bisect_right(starts, one[0]) - 1
            if at >= 0 and one[1] <= sentences[at][1]:
                single[at].setdefault(name, []).append(one)
    both = [
        {name: first.get(name, []) + second.get(name, []) for name in first.keys() | second.keys()}
        for (first, low), (second, high) in pairwise(zip(single, sentences, strict=True))
        if first and second and high[1] - low[0] <= _WIDE
    ]
    return [one for one in (*single, *both) if one and "not" not in one]


def _judged(here: Spans) -> Judged:
    for rule, need, score in _FRAMES:
        if all(name in here for name in need):
            spans = [here[name][0] for name in need]
            return score, rule, min(one[0] for one in spans), max(one[1] for one in spans)
    return _NOTHING
