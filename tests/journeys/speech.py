"""Whether a page speaks its reader's language and no other."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from babel import Locale
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
    alone, anywhere = _sources(language)
    for text in texts:
        if alone.fullmatch(text) or anywhere.search(text):
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
    """People and goods, and places as English calls them: a place may have one name in many languages."""
    places = {*Locale("en").territories.values(), "Euro", *("Berlin", "London", "Paris", "Rome", "Warsaw")}
    return re.compile("|".join(map(re.escape, sorted({*names, *places}, key=len, reverse=True))))


@cache
def _sources(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    other = [
        id
        for message in catalogues.catalogue(language)
        for id in catalogues.ids(message)
        if id and id not in catalogues.texts(message) and _WORD.search(_HOLE.sub("", id))
    ]
    long = [id for id in other if len(_HOLE.sub("", id).split()) >= _ANYWHERE]
    return _any_of(other), _any_of(long)


@cache
def _alike(language: str) -> re.Pattern[str]:
    return _any_of(
        id
        for message in catalogues.catalogue(language)
        for id in catalogues.ids(message)
        if id and id in catalogues.texts(message)
    )


def _any_of(sentences: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(_pattern, sentences)) or r"(?!)")


def _pattern(sentence: str) -> str:
    """With anything in its holes, and white space as a browser reads it."""
    one_line = re.sub(r"\s+", " ", sentence.strip()).replace("%%", "%")
    return ".+?".join(map(re.escape, _HOLE.split(one_line)))
