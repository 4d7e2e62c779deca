"""Pardoning: frames in which words that break a rule elsewhere break none. A frame is more than a word.

Somebody speaks of himself or of a third person, quotes what is printed on the goods, refuses what is
forbidden, or states what the law says. What is pardoned is noted still, the frame's name against it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Final, NamedTuple

from helpdesk.conduct.rules.deciding import LIKELY
from helpdesk.conduct.rules.forbidden import OPERATOR
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.stems import sections
from helpdesk.conduct.rules.views import folded, raw
from helpdesk.conduct.terms import Finding, Label

NOTED: Final = 0.45
_REACH: Final = 160  # characters before and behind a finding that a frame may stand in
_STOP: Final = re.compile(r"[.!?\u2026;\n](?=\s|$)")


class _Frame(NamedTuple):
    """`labels` and `rules` (a part of their names; "": all) that it pardons, where `fits` a sentence."""

    name: str
    labels: frozenset[Label]
    rules: str
    fits: Callable[["_Said"], bool]


class _Said(NamedTuple):
    """A sentence, folded, and where in it the finding stands; the words of the sentence behind."""

    text: str
    start: int
    end: int
    whole: str


def pardoned(reading: Reading, findings: Iterator[Finding]) -> Iterator[Finding]:
    """The findings, weaker where a frame pardons them."""
    for one in findings:
        yield _judged(reading, one) if one.score >= LIKELY and one.label in _PARDONED else one


def _judged(reading: Reading, one: Finding) -> Finding:
    if one.start is None or one.end is None or OPERATOR in one.evidence:
        return one
    said = _said(reading.text, one.start, one.end)
    for frame in _FRAMES:
        if one.label in frame.labels and frame.rules in one.rule and frame.fits(said):
            return replace(one, score=NOTED, against=(*one.against, frame.name))
    return one


def _said(text: str, start: int, end: int) -> _Said:
    first, last = max(0, start - _REACH), min(len(text), end + _REACH)
    for found in _STOP.finditer(text, first, start):
        first = found.end()
    stop = _STOP.search(text, max(start, end - 1), last)
    last = stop.end() if stop else last
    before, inner = _folded(text[first:start]), _folded(text[start:end])
    return _Said(
        before + inner + _folded(text[end:last]),
        len(before),
        len(before) + len(inner),
        _folded(text[: 4 * _REACH]),
    )


def _folded(text: str) -> str:
    return folded(raw(text)).text


@cache
def _any(name: str) -> re.Pattern[str]:
    """Of the lines of a section."""
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(sections('speech/pardons.txt')[name])})(?![a-z0-9])")


def _of_oneself(said: _Said) -> bool:
    """ "I feel such an idiot", "idiota ze mnie"."""
    before = said.text[max(0, said.start - 28) : said.start]
    if any(not before[found.end() :].strip(" ,:") for found in _any("SELF_BEFORE").finditer(before)):
        return True
    return _any("SELF_BEHIND").match(said.text[said.end : said.end + 24].lstrip(" ")) is not None


def _of_a_third(said: _Said) -> bool:
    """ "Your driver called me an idiot", "the courier is one": the courier is not on this side."""
    before = said.text[: said.start]
    if _any("CALLED_ME").search(said.text):
        return True
    third = [*_any("THIRD").finditer(before)]
    return bool(third) and not _any("YOU").search(before, third[-1].end())


def _of_a_thing(said: _Said) -> bool:
    """ "This drill is utter rubbish"."""
    found = _any("THING").match(said.text.lstrip())
    return found is not None and not (_any("YOU").search(said.text) or _any("OTHER_SIDE").search(said.text))


_QUOTE: Final = re.compile(r"[\"'\u00ab\u201c\u201e]")


def _printed(said: _Said) -> bool:
    """Within quotes, on a thing that bears words: a shirt, a mug, a book."""
    if not (_QUOTE.search(said.text, 0, said.start) and _QUOTE.search(said.text, said.end)):
        return False
    return _any("BEARS_WORDS").search(said.text) is not None


def _refused(said: _Said) -> bool:
    """ "You wanted me to close the case first, I won't"."""
    found = _any("I_WILL_NOT").search(said.text, said.start)
    return found is not None and not said.text[found.end() :].strip(" .!,")


def _only_here(said: _Said) -> bool:
    """ "We sell through this site only"."""
    return _any("ONLY_HERE").search(said.text) is not None and _any("BUT").search(said.text) is None


def _not_outside(said: _Said) -> bool:
    """ "Outside the Platform I agree nothing"."""
    return _any("NOT_OUTSIDE").search(said.text) is not None and _any("BUT").search(said.whole) is None


def _left_open(said: _Said) -> bool:
    """ "Please don't close the case for me"."""
    return _any("DO_NOT_CLOSE").search(said.text) is not None


def _needless(said: _Said) -> bool:
    """ "No need for a review"."""
    return _any("NO_NEED").search(said.text) is not None and _any("BUT").search(said.text) is None


def _made_to_measure(said: _Said) -> bool:
    """What is made for one person is not taken back for a change of mind: that is the law."""
    return _any("MADE_TO_MEASURE").search(said.whole) is not None


def _of_changed_minds(said: _Said) -> bool:
    """Who thinks better of it may be asked to pay for sending it back: that is the law too."""
    return _any("CHANGED_MIND").search(said.text) is not None


_DEALS: Final = frozenset({Label.DEAL, Label.TERMS, Label.PAY, Label.MOVE})
_FRAMES: Final = (
    _Frame("self", frozenset({Label.INSULT}), "", _of_oneself),
    _Frame("third", frozenset({Label.INSULT}), "", _of_a_third),
    _Frame("thing", frozenset({Label.INSULT}), "", _of_a_thing),
    _Frame("printed", frozenset({Label.INSULT, Label.RIGHTS}), "", _printed),
    _Frame("refused", _DEALS, "", _refused),
    _Frame("only here", _DEALS, "", _only_here),
    _Frame("only here", _DEALS, "", _not_outside),
    _Frame("refused", frozenset({Label.TERMS}), "", _left_open),
    _Frame("needless", frozenset({Label.REVIEW}), "", _needless),
    _Frame("lawful", frozenset({Label.RIGHTS}), "", _made_to_measure),
    _Frame("lawful", frozenset({Label.RIGHTS}), "rights.cost", _of_changed_minds),
    _Frame("lawful", frozenset({Label.RIGHTS}), "rights.notours", _of_changed_minds),
    _Frame("lawful", frozenset({Label.TERMS}), "terms.outside", _of_changed_minds),
)
_PARDONED: Final = frozenset[Label]().union(*(frame.labels for frame in _FRAMES))
