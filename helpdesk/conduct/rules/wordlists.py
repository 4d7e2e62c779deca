"""Lexicons of what is said: their words by class and language, and where a text holds them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import Final, NamedTuple

from helpdesk.conduct.rules import packed
from helpdesk.conduct.rules.scanning import Words
from helpdesk.conduct.rules.views import folded, raw

DATA: Final = Path(__file__).parents[1] / "data"
MIXED: Final = 0.5  # of the words that tell a language: a second language of the same text
_EVERYWHERE: Final = ""  # English swear words are used in all languages
_MASK: Final = "MASK"
_CHOICE: Final = re.compile(r"\(([^()]*)\)")


_SPOKEN: Final = Words(packed.shipped()["speech"].words)


class Tag(NamedTuple):
    """A word of a class, half-open."""

    start: int
    end: int
    kind: str


class Entry(NamedTuple):
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


def _forms(entry: str) -> list[str]:
    """As it is folded, and with vowels written out as on a keyboard without them."""
    spelled = entry.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    return sorted({folded(raw(form)).text for form in (entry, spelled)})


def written() -> Iterator[tuple[str, list[tuple[str, bool, bool, str, bool]]]]:
    """All words of all families and languages, with what their entries hold, as the lists say."""
    words: dict[str, set[tuple[str, bool, bool, str, bool]]] = {}
    for path in sorted(DATA.glob("speech/*-??.txt")):
        language, common = _language(path), path.stem.startswith("common-")
        for kind, entry in entries_of(path.read_text("utf-8")):
            known = words.setdefault(entry.strip("*"), set())
            known.add((kind, entry[0].isalnum(), entry[-1].isalnum(), language, common))
    yield from ((word, sorted(found)) for word, found in words.items())


class Lexicon:
    """Words by class, found in one pass."""

    def __init__(self, known: packed.Lexicon) -> None:
        entries = [Entry(*row) for row in known.entries]
        groups = [[entries[n] for n in group] for group in known.groups]
        whole = [tuple(group) for group in groups]
        begun = [tuple([one for one in group if not one.right]) for group in groups]
        inner = [any(not one.left for one in group) for group in groups]
        self._whole = [whole[n] for n in known.of]
        self._begun = [begun[n] for n in known.of]
        self._inner = [inner[n] for n in known.of]

    def tags(self, text: str, language: str) -> list[Tag]:
        """In text order, without what MASK hides; in `language` and those that the text itself is in."""
        found, counts = self._found(text), {language: 1}
        for _, _, entry in found:
            if entry.common:
                counts[entry.language] = counts.get(entry.language, 0) + 1
        least = max(2, max(counts.values()) * MIXED)
        spoken = {language, *[one for one, count in counts.items() if count >= least], _EVERYWHERE}
        tags = [Tag(start, end, one.kind) for start, end, one in found if one.language in spoken]
        masks = [one for one in tags if one.kind == _MASK]
        if masks:
            covered = _covered(masks)
            tags = [one for one in tags if one.kind != _MASK and one.end not in covered]
        tags.sort()
        return tags

    def _found(self, text: str) -> list[tuple[int, int, Entry]]:
        found, last = list[tuple[int, int, Entry]](), len(text)
        whole, begun, inner = self._whole, self._begun, self._inner
        for which, start, end in _SPOKEN.hits(text):
            opens = start == 0 or not text[start - 1].isalnum()
            if opens or inner[which]:
                entries = whole[which] if end == last or not text[end].isalnum() else begun[which]
                for entry in entries:
                    if opens or not entry.left:
                        found.append((start, end, entry))
        return found


def _covered(masks: Iterable[Tag]) -> set[int]:
    """Where what is hidden ends."""
    return {at for mask in masks for at in range(mask.start + 1, mask.end + 1)}


def _language(path: Path) -> str:
    return _EVERYWHERE if path.stem == "insult-en" else path.stem[-2:]


@cache
def lexicon() -> Lexicon:
    """That of the package."""
    return Lexicon(packed.shipped()["speech"])
