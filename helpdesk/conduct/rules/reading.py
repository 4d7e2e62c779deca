"""A reading: one text of a message and its views, each made when a rule first asks for it."""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Final, Generic, TypeVar

from helpdesk.conduct.rules import views
from helpdesk.conduct.rules.packs import Pack
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.terms import Finding, Label, Place, Said

WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_STOP: Final = re.compile(r"[.!?\u2026;\n]")  # soon looked for, as it is one sign
_END: Final = re.compile(r"[.!?\u2026;]+(?=\s|$)|\n+")


_V = TypeVar("_V")


class _Once(Generic[_V]):
    """An attribute that is worked out when it is first asked for, without the lock of functools."""

    def __init__(self, make: "Callable[[Reading], _V]") -> None:
        self._make, self._name, self.__doc__ = make, make.__name__, make.__doc__

    def __get__(self, reading: "Reading", _: type) -> _V:
        found = reading.__dict__[self._name] = self._make(reading)
        return found


class Reading:
    """What the rules of every family look at. `place` says which text of the message it is."""

    def __init__(
        self, *, text: str, said: Said, pack: Pack, place: Place = Place.TEXT, file: int | None = None
    ) -> None:
        self.said, self.pack, self.place, self.file = said, pack, place, file
        self.raw = views.raw(text)
        self.classes: list[frozenset[str]] = []  # of words, sentence by sentence, as the families heard them

    @property
    def text(self) -> str:
        """As written."""
        return self.raw.text

    @_Once
    def folded(self) -> View:
        """Small, Latin, without accents and invisible characters."""
        return views.folded(self.raw)

    @_Once
    def joined(self) -> View | None:
        """The folded view with single letters and digits put together; None where there are none."""
        return views.joined(self.folded)

    @_Once
    def decoded(self) -> View | None:
        """The folded view of what base64, percent signs and entities hide; None where they hide nothing."""
        shown = views.decoded(self.raw)
        return views.folded(shown) if shown else None

    @_Once
    def views(self) -> tuple[View, ...]:
        """All that there are, `folded` first."""
        others = (self.joined, self.decoded)
        return (self.folded, *(view for view in others if view is not None))

    @_Once
    def words(self) -> list[str]:
        """Of the folded view: letters and digits, apostrophes within."""
        return WORD.findall(self.folded.text)

    @_Once
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Half-open spans of the folded view; a full stop within a word or a number ends none."""
        first = _STOP.search(self.folded.text)
        ends = [found.end() for found in _END.finditer(self.folded.text, first.start())] if first else []
        edges = [0, *ends, len(self.folded.text)]
        return tuple((a, b) for a, b in pairwise(edges) if self.folded.text[a:b].strip())

    def found(
        self,
        label: Label,
        rule: str,
        start: int,
        end: int,
        score: float,
        *,
        view: View | None = None,
        evidence: tuple[str, ...] = (),
        against: tuple[str, ...] = (),
        as_read: str = "",
    ) -> Finding:
        """A finding at `start:end` of `view` (None: the folded one), led back to the original."""
        seen = view or self.folded
        first, last = seen.span(start, end)
        return Finding(
            label=label,
            rule=rule,
            start=first,
            end=last,
            score=score,
            place=self.place,
            view=seen.name,
            evidence=evidence,
            against=against,
            as_read=as_read,
            file=self.file,
        )
