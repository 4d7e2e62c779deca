"""Dictated: a telephone number whose groups stand apart, with words between them that lead on to the next."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from helpdesk.conduct.rules import typed
from helpdesk.conduct.rules.numerals import Run, atoms, runs
from helpdesk.conduct.rules.numerals.values import Piece
from helpdesk.conduct.rules.phone import home_of
from helpdesk.conduct.rules.plans import planned
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.stems import sections, stems
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.terms import Finding, Label

_WORDS: Final = sections("numbers/groups.txt")
_STEP: Final = stems(_WORDS["steps"], _WORDS["frames"], _WORDS["prefixes"])
_FRAME: Final = stems(_WORDS["frames"])
_PREFIX: Final = stems(_WORDS["prefixes"])
_ONLY: Final = stems(_WORDS["only"])
_ASIDE: Final = re.compile(r"\([^()\d]{2,40}\)|\.\.\.|\u2026")
_SENTENCE: Final = re.compile(r"(?<!\.)[.!?]\s")
_MONEY: Final = re.compile(r"[£€$%]|(?<![a-z])(?:euros?|eur|zl|zlot\w*|pounds?|gbp|pln|quid)(?![a-z])")
_GAP: Final = 96  # characters between two groups
_LEAD: Final = 28  # characters before and behind a group that may say what it is
_LONGEST: Final = 7  # digits of a group
_MAX_PARTS: Final = 7
_FRAMED: Final = 0.84  # the words say where the number begins and ends
_UNKNOWN: Final = 0.66  # no plan has it, but someone is told to call there
_MAX_GROUPS: Final = 16  # of a row that are looked into
_COMMA: Final = re.compile(r"[,;\n]")
_LETTER: Final = re.compile(r"[a-z]")
_LENGTHS: Final = range(9, 13)


class _Part(NamedTuple):
    start: int
    end: int
    digits: str
    prefix: int  # 2: said before it, 1: said behind it


def find(reading: Reading, view: View, text: str, every: Sequence[Run]) -> Iterator[Finding]:
    """At most one. `text` is the masked text of the view, `every` its runs."""
    if len(every) < 2 or (_STEP.search(text) is None and _ONLY.search(text) is None):
        return
    if _ONLY.search(text) is not None:
        every = list(runs(view.text, atoms(view.text)))
    for manner in range(2):
        for group in _groups(text, every, manner):
            for some in _windows(group):
                if found := _told(reading, view, text, some):
                    yield found
                    return


def _groups(text: str, every: Sequence[Run], manner: int) -> Iterator[list[_Part]]:
    """Groups of digits that follow each other closely."""
    kept: list[_Part] = []
    for one in (one for run in every for one in _parts(text, run, manner)):
        if kept and not _follows(text[kept[-1].end : one.start]):
            yield kept
            kept = []
        kept.append(one)
    if kept:
        yield kept


def _windows(group: list[_Part]) -> Iterator[list[_Part]]:
    """What may be a whole number, the longest first."""
    some = group[:_MAX_GROUPS]
    for size in range(min(len(some), _MAX_PARTS), 1, -1):
        for first in range(len(some) - size + 1):
            window = some[first : first + size]
            if sum(len(one.digits) for one in window) in _LENGTHS:
                yield window


def _parts(text: str, run: Run, manner: int) -> Iterator[_Part]:
    """The groups of a run: a comma parts them."""
    manners = run.manners()
    some: list[Piece] = []
    for piece in run.parts(manners[min(manner, len(manners) - 1)]):
        if some and _COMMA.search(text, run.atoms[some[-1][1]].end, run.atoms[piece[0]].start):
            if one := _part(text, run, some):
                yield one
            some = []
        some.append(piece)
    if some and (one := _part(text, run, some)):
        yield one


def _part(text: str, run: Run, some: Sequence[Piece]) -> _Part | None:
    digits = "".join(piece[2] for piece in some)
    if "?" in digits or (len(digits) < 2 and run.atoms[some[0][0]].weak):
        return None
    start, end = run.atoms[some[0][0]].start, run.atoms[some[-1][1]].end
    before, after = text[max(0, start - _LEAD) : start], text[end : end + _LEAD]
    behind = _PREFIX.search(re.split(r"[,;.]\s*(?=\S+\s)", after.lstrip(", "), maxsplit=1)[0])
    prefix = 2 if _PREFIX.search(before) else 1 if behind else 0
    return _Part(start, end, digits, prefix)


def _follows(gap: str) -> bool:
    return len(gap) <= _GAP and _SENTENCE.search(gap) is None


def _told(reading: Reading, view: View, text: str, group: list[_Part]) -> Finding | None:
    if max(len(one.digits) for one in group) > _LONGEST:
        return None
    first, last = group[0].start, group[-1].end
    around = text[max(0, first - _LEAD) : last + _LEAD]
    score = _sure(text, group, around)
    if (
        not score
        or (not group[0].prefix and typed.labelled(text, first))
        or _MONEY.search(around)
        or any(_other(text, one) for one in group)
    ):
        return None
    in_order = group if group[-1].prefix <= group[0].prefix else [group[-1], *group[:-1]]
    digits = "".join(one.digits for one in in_order)
    plan = planned(digits, plus=False, home=home_of(reading), regions=reading.pack.regions)
    known = plan is not None and plan.home and (plan.valid or not plan.bare)
    if not known and not (score == _FRAMED and typed.calls(text, 0, len(text))):
        return None
    as_read = plan.as_read if plan is not None else digits
    score = score if known else _UNKNOWN
    return reading.found(
        Label.PHONE, "phone.dictated", first, last, score, view=view, evidence=("seam",), as_read=as_read
    )


def _sure(text: str, group: list[_Part], around: str) -> float:
    """0 where no words lead from group to group."""
    gaps = [gap for a, b in pairwise(group) if _LETTER.search(gap := text[a.end : b.start])]
    led = sum(_STEP.search(gap) is not None or _ASIDE.search(gap) is not None for gap in gaps)
    framed = len({one[0] for one in _FRAME.findall(around)}) > 1 or any(one.prefix for one in group)
    if _ONLY.search(text) is not None and typed.calls(text, 0, len(text)):
        return 0.84
    if 2 * led < len(gaps) or not led:
        return 0.0
    if framed:
        return _FRAMED
    if typed.calls(text, 0, len(text)) or led > 2:
        return 0.8
    return 0.7 if led == len(gaps) and group[0].digits[0] == "0" else 0.0


def _other(text: str, one: _Part) -> bool:
    """The group is called something else, or counts what stands behind it."""
    return not one.prefix and typed.around(text, one.start, one.end).typed
