"""Lexicons of what is said: their words by class and language, and where a text holds them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from helpdesk.conduct.rules.views import folded, raw

DATA: Final = Path(__file__).parents[1] / "data"
MIXED: Final = 0.5  # of the words that tell a language: a second language of the same text
_EVERYWHERE: Final = ""  # English swear words are used in all languages
_MASK: Final = "MASK"
_CHOICE: Final = re.compile(r"\(([^()]*)\)")


class Tag(NamedTuple):
    """A word of a class, half-open."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of a lexicon: of which class and language, whether it must begin and end where a word does, and
    whether it is one of those that tell a language.
    """

    kind: str
    left: bool
    right: bool
    language: str
    common: bool


def choices(entry: str) -> Iterator[str]:
    """`(a|b|) c` -> "a c", "b c", "c"."""
    parts = _CHOICE.split(entry)
    options = [part.split("|") if n % 2 else [part] for n, part in enumerate(parts)]
    for chosen in product(*options):
        yield " ".join("".join(chosen).split())


def entries_of(text: str) -> Iterator[tuple[str, str]]:
    """(class, entry) of a lexicon: `[CLASS]`, then entries with commas between; `#` begins a remark."""
    kind = ""
    for line in text.splitlines():
        if line.startswith("["):
            kind = line.strip("[] ")
            continue
        for one in line.partition("#")[0].split(","):
            for entry in choices(one.strip()):
                if entry:
                    yield from ((kind, form) for form in _forms(entry))


def _forms(entry: str) -> set[str]:
    """As it is folded, and with vowels written out as on a keyboard without them."""
    spelled = entry.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    return {folded(raw(form)).text for form in (entry, spelled)}


class Lexicon:
    """Words by class, found in one pass."""

    def __init__(self, texts: Iterable[tuple[str, str, bool]]) -> None:
        words: dict[str, set[Entry]] = {}
        for text, language, common in texts:
            for kind, entry in entries_of(text):
                known = words.setdefault(entry.strip("*"), set())
                known.add(Entry(kind, entry[0].isalnum(), entry[-1].isalnum(), language, common))
        self._entries = [tuple(sorted(found, key=lambda one: one.kind)) for found in words.values()]
        self._open = [all(entry.left for entry in found) for found in self._entries]
        self._machine = AhoCorasick(list(words), matchkind=MatchKind.Standard)

    def tags(self, text: str, language: str) -> list[Tag]:
        """In text order, without what MASK hides; in `language` and those that the text itself is in."""
        found, counts = self._found(text), {language: 1}
        for _, _, entry in found:
            if entry.common:
                counts[entry.language] = counts.get(entry.language, 0) + 1
        least = max(2, max(counts.values()) * MIXED)
        spoken = {language, *(one for one, count in counts.items() if count >= least), _EVERYWHERE}
        tags = [Tag(start, end, one.kind) for start, end, one in found if one.language in spoken]
        masks = [tag for tag in tags if tag.kind == _MASK]
        if masks:
            covered = _covered(masks)
            tags = [one for one in tags if one.kind != _MASK and one.end not in covered]
        tags.sort()
        return tags

    def _found(self, text: str) -> list[tuple[int, int, Entry]]:
        found, end_of_text = list[tuple[int, int, Entry]](), len(text)
        for which, start, end in self._machine.find_matches_as_indexes(text, overlapping=True):
            opens = start == 0 or not text[start - 1].isalnum()
            if not opens and self._open[which]:
                continue
            closes = end == end_of_text or not text[end].isalnum()
            for entry in self._entries[which]:
                if (opens or not entry.left) and (closes or not entry.right):
                    found.append((start, end, entry))
        return found


def _covered(masks: Iterable[Tag]) -> set[int]:
    """Where what is hidden ends."""
    return {at for mask in masks for at in range(mask.start + 1, mask.end + 1)}


def _language(path: Path) -> str:
    return _EVERYWHERE if path.stem == "insult-en" else path.stem[-2:]


@cache
def lexicon() -> Lexicon:
    """All words of all families and languages."""
    paths = sorted(DATA.glob("speech/*-??.txt"))
    return Lexicon(
        (path.read_text("utf-8"), _language(path), path.stem.startswith("common-")) for path in paths
    )
