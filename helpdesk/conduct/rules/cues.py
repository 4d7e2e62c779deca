"""Cues: in which classes the words lie that a text holds anywhere, found in one pass."""

from collections.abc import Iterable, Mapping
from typing import Final

from helpdesk.conduct.rules.scanning import Words


class Cues:
    """Words by class; a word counts within others too, so what it cues has to look at its borders."""

    def __init__(self, classes: Mapping[str, Iterable[str]]) -> None:
        pairs = [(word, name) for name, words in classes.items() for word in words]
        self._names: Final = [name for _, name in pairs]
        self._words: Final = Words(word for word, _ in pairs)

    def seen(self, text: str) -> frozenset[str]:
        """The classes of the words in `text`, as it is folded."""
        found = self._words.hits(text)
        return frozenset(self._names[one[0]] for one in found) if found else _NONE


_NONE: Final = frozenset[str]()
