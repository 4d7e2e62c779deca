"""Whether a page speaks its reader's language and no other."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale
from babel.dates import get_month_names
from playwright.sync_api import Page

from tests import catalogues

_READING = Path(__file__).with_name("reading.js").read_text("utf-8")
_HOLE = re.compile(r"%\(\w+\)[sd]|%[sd]")
_WORD = re.compile(r"[^\W\d_]{4,}")
_ANYWHERE = 3  # an English sentence of so many words is none of another language's, wherever it stands


def said_on(page: Page) -> list[str]:
    """The page's own words, without those of people, goods and machines."""
    return [str(text) for text in page.evaluate(_READING)]


def english_in(texts: Iterable[str], *, language: str) -> Iterator[str]:
    """Sentences of the source that stand on a page in `language`, although it has its own for them."""
    page = "\n".join(texts)
    near = [sentence for sentence in _sources(language) if sentence.piece in page]
    for text in page.split("\n"):
        if any(sentence.stands_in(text) for sentence in near):
            yield f"English on a page in {language}: “{text}”"


def never_translated(
    texts: Iterable[str], english: Iterable[str], *, language: str, names: Iterable[str]
) -> Iterator[str]:
    """What a page says in `language` as in English, although no catalogue says that the two are alike."""
    alike, named = _alike(language), _named(tuple(names))
    for text in sorted(set(texts) & set(english)):
        own = [part for part in named.sub("", text).split(" · ") if _WORD.search(part)]
        if any(not alike.fullmatch(part.strip()) for part in own):
            yield f"the same in English and {language}: “{text}”"


@cache
def _named(names: tuple[str, ...]) -> re.Pattern[str]:
    """People and goods, and places and months as English calls them: many languages may say the same."""
    months = get_month_names("wide", "stand-alone", "en").values()
    places = {*Locale("en").territories.values(), "Euro", *("Berlin", "London", "Paris", "Rome", "Warsaw")}
    return re.compile("|".join(map(re.escape, sorted({*names, *places, *months}, key=len, reverse=True))))


@dataclass(frozen=True, slots=True)
class _Sentence:
    """`piece` is its longest part without a hole: where that is not, there is no need to look closer."""

    piece: str
    pattern: re.Pattern[str]
    anywhere: bool

    def stands_in(self, text: str) -> bool:
        """As the whole text; a long sentence also in the middle of it."""
        return bool(self.pattern.search(text) if self.anywhere else self.pattern.fullmatch(text))


@cache
def _sources(language: str) -> list[_Sentence]:
    return [
        _sentence(id)
        for message in catalogues.catalogue(language)
        for id in catalogues.ids(message)
        if id and id not in catalogues.texts(message) and _WORD.search(_HOLE.sub("", id))
    ]


def _sentence(source: str) -> _Sentence:
    parts = _HOLE.split(_one_line(source))
    anywhere = len(" ".join(parts).split()) >= _ANYWHERE
    return _Sentence(max(parts, key=len), re.compile(_pattern(source)), anywhere)


@cache
def _alike(language: str) -> re.Pattern[str]:
    """Whatever the case: a word of both may begin a line on the page."""
    return re.compile(
        _any_of(
            id
            for message in catalogues.catalogue(language)
            for id in catalogues.ids(message)
            if id and id.casefold() in {text.casefold() for text in catalogues.texts(message)}
        ).pattern,
        re.IGNORECASE,
    )


def _any_of(sentences: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(_pattern, sentences)) or r"(?!)")


def _pattern(sentence: str) -> str:
    """With anything in its holes."""
    return ".+?".join(map(re.escape, _HOLE.split(_one_line(sentence))))


def _one_line(sentence: str) -> str:
    """With white space as a browser reads it."""
    return re.sub(r"\s+", " ", sentence.strip()).replace("%%", "%")
