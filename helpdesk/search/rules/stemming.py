"""Words without their endings, by the Snowball algorithms (docs/why/search.md)."""

from functools import lru_cache

import snowballstemmer

from helpdesk.search.rules.folding import folded, spellings
from helpdesk.search.terms import Language

_ALGORITHMS = {
    Language.EN: "english",
    Language.PL: "polish",
    Language.DE: "german",
    Language.FR: "french",
    Language.IT: "italian",
}
_POLISH_ENDINGS = (("ow", "ów"), ("osc", "ość"), ("osci", "ości"))  # known with their accents only
_SHORTEST = 3  # letters of a stem: what is shorter stands for too much
_KEPT = 50_000  # words of the marketplace's talk; some 10 MB


def language_of(code: str) -> Language | None:
    """The language of a tag (`de-AT`), where its endings are known."""
    short = code.partition("-")[0].lower()
    return Language(short) if short in {one.value for one in Language} else None


def stems(*, word: str, language: Language) -> frozenset[str]:
    """The word's stem in a language, folded, and that of the word as typed without accents.

    Both, because an ending may need its accent to be known for one: who types none must meet who typed all.
    """
    return _stems(word.casefold(), language)


@lru_cache(maxsize=_KEPT)
def _stems(small: str, language: Language) -> frozenset[str]:
    found = {folded(_stem(one, language)) for one in (small, *spellings(small), *_accented(small, language))}
    return frozenset(stem for stem in found if len(stem) >= _SHORTEST)


def _accented(word: str, language: Language) -> list[str]:
    """The word with the accent of its ending, where it was typed without."""
    endings = _POLISH_ENDINGS if language is Language.PL else ()
    return [word.removesuffix(bare) + full for bare, full in endings if word.endswith(bare)]


def _stem(word: str, language: Language) -> str:
    stemmer = snowballstemmer.stemmer(_ALGORITHMS[language])  # one each: it keeps the word under its hands
    return str(stemmer.stemWord(word))
