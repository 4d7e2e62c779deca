"""Clauses: what kinds of words a text holds and which of them stand together.

Words are sorted into classes (data/speech/<family>-<language>.txt); a pattern is a line such as

    move.call 0.9: GIVE >> NUMBER -NEG -COURIER

`A > B`: B begins at most NEAR characters after A; `A >> B`: at most FAR; `A & B`: in the same sentence, on
either side, at most APART away. `A|B` is a choice. `-C` stands against it when C is within the match or in
the same clause before it or right behind it, `--C` within AROUND, `---C` anywhere in the text. Read are the
language of the message and those that its words are of. Words of MASK hide whatever is found within them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from typing import Final, NamedTuple

from helpdesk.conduct.rules.views import View
from helpdesk.conduct.rules.wordlists import Tag, lexicon

NEAR, FAR, APART = 14, 45, 110
BEFORE, BEHIND = 32, 16  # characters around a match in which `-C` counts
MAX_TAGS: Final = 400  # of one sentence; what is longer is cut
AROUND: Final = 90  # characters on either side of a match in which `--C` counts
MAX_PARTS: Final = 300  # sentences of a text that are looked into
_BREAK: Final = re.compile(r"[,:()!?]|\. | (?:but|though|aber|sondern|ale|lecz|mais|ma|pero|tylko) ")


@dataclass(frozen=True, slots=True)
class Step:
    """One place of a pattern: how it is tied to what stands before, and what may stand there."""

    tie: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A line of a pattern table."""

    rule: str
    score: float
    steps: tuple[Step, ...]
    around: frozenset[str]
    within: frozenset[str]
    anywhere: frozenset[str]
    needs: frozenset[str]  # the classes of steps without a choice
    choices: tuple[tuple[str, ...], ...]  # the classes of all others


class Match(NamedTuple):
    """Where a pattern is met, half-open."""

    pattern: Pattern
    start: int
    end: int


class Patterns(tuple[Pattern, ...]):
    """Patterns; which of them a text can meet at all is soon known."""

    __slots__ = ()

    def possible(self, kinds: frozenset[str]) -> tuple[Pattern, ...]:
        """Those of which every step has one of the classes, and that none of them rules out."""
        return _possible(self, kinds)

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other


@lru_cache(maxsize=16384)
def _possible(table: Patterns, kinds: frozenset[str]) -> tuple[Pattern, ...]:
    return tuple(
        one
        for one in table
        if one.needs <= kinds
        and kinds.isdisjoint(one.anywhere)
        and not any(map(kinds.isdisjoint, one.choices))
    )


_TIES: Final = frozenset({">", ">>", "&"})


def patterns(table: str) -> Patterns:
    """The lines of a table. Raises ValueError."""
    lines = (line.partition("#")[0].strip() for line in table.splitlines())
    return Patterns(_pattern(line) for line in lines if line)


def _pattern(line: str) -> Pattern:
    head, _, body = line.partition(":")
    rule, score = head.split()
    steps, against, tie = list[Step](), {1: set[str](), 2: set[str](), 3: set[str]()}, "&"
    for word in body.split():
        if word in _TIES:
            tie = word
        elif word.startswith("-"):
            name = word.lstrip("-")
            against[len(word) - len(name)].add(name)
        else:
            steps.append(Step(tie, tuple(word.split("|"))))
    return Pattern(
        rule=rule,
        score=float(score),
        steps=tuple(steps),
        around=frozenset(against[1]),
        within=frozenset(against[2]),
        anywhere=frozenset(against[3]),
        needs=frozenset(step.kinds[0] for step in steps if len(step.kinds) == 1),
        choices=tuple(step.kinds for step in steps if len(step.kinds) > 1),
    )


class Tagged:
    """A view's tags by class, and what patterns meet there."""

    def __init__(self, view: View, sentences: Sequence[tuple[int, int]], language: str) -> None:
        self.view, self.tags = view, lexicon().tags(view.text, language)
        self.kinds = frozenset(tag.kind for tag in self.tags)
        self._sentences = sentences

    @cached_property
    def parts(self) -> list[Mapping[str, list[Tag]]]:
        """Each sentence's tags by class."""
        return [*islice(self._by_sentence(), MAX_PARTS)]

    @cached_property
    def whole(self) -> list[Mapping[str, list[Tag]]]:
        """All tags by class."""
        part: dict[str, list[Tag]] = {}
        for tag in self.tags[:MAX_TAGS]:
            part.setdefault(tag.kind, []).append(tag)
        return [part]

    def _by_sentence(self) -> Iterator[Mapping[str, list[Tag]]]:
        at = 0
        for _, end in self._sentences:
            part: dict[str, list[Tag]] = {}
            first = at
            while at < len(self.tags) and self.tags[at].start < end:
                if at - first < MAX_TAGS:
                    part.setdefault(self.tags[at].kind, []).append(self.tags[at])
                at += 1
            if part:
                yield part

    def meets(self, table: Patterns, *, across: bool = False) -> Iterator[Match]:
        """One match of a pattern in each sentence at most; `across`: in the whole text."""
        for pattern in table.possible(self.kinds):
            for part in self.whole if across else self.parts:
                if match := self._met(pattern, part):
                    yield match

    def _met(self, pattern: Pattern, part: Mapping[str, list[Tag]]) -> Match | None:
        for first in _of(part, pattern.steps[0])[:12]:
            span = _follow(part, pattern.steps, first)
            if span and not self._is_denied(pattern, part, *span):
                return Match(pattern, *span)
        return None

    def _is_denied(self, pattern: Pattern, part: Mapping[str, list[Tag]], start: int, end: int) -> bool:
        for name in pattern.within:
            if any(tag.end > start - AROUND and tag.start < end + AROUND for tag in part.get(name, ())):
                return True
        return any(self._is_near(tag, start, end) for name in pattern.around for tag in part.get(name, ()))

    def _is_near(self, tag: Tag, start: int, end: int) -> bool:
        if tag.start < end and tag.end > start:
            return True
        if 0 <= tag.start - end < BEHIND:
            return not _BREAK.search(self.view.text, end, tag.start)
        return 0 <= start - tag.end < BEFORE and not _BREAK.search(self.view.text, tag.end, start)


def _of(part: Mapping[str, list[Tag]], step: Step) -> list[Tag]:
    if len(step.kinds) == 1:
        return part.get(step.kinds[0], [])
    return sorted(tag for kind in step.kinds for tag in part.get(kind, ()))


def _follow(part: Mapping[str, list[Tag]], steps: Sequence[Step], first: Tag) -> tuple[int, int] | None:
    """The span of the steps from `first` on, each with the nearest that fits."""
    start, end, last = first.start, first.end, first
    for step in steps[1:]:
        found = _next(_of(part, step), step.tie, last)
        if found is None:
            return None
        start, end, last = min(start, found.start), max(end, found.end), found
    return start, end


def _next(tags: Sequence[Tag], tie: str, last: Tag) -> Tag | None:
    if tie == "&":
        near = [tag for tag in tags if tag.start >= last.end or tag.end <= last.start]
        best = min(near, key=lambda tag: _gap(tag, last), default=None)
        return best if best is not None and _gap(best, last) <= APART else None
    reach = NEAR if tie == ">" else FAR
    return next((tag for tag in tags if 0 <= tag.start - last.end <= reach), None)


def _gap(one: Tag, other: Tag) -> int:
    return max(one.start - other.end, other.start - one.end)
