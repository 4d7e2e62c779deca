"""What a person typed: words, "phrases" and filters; and the `tsquery` that finds it."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from helpdesk.kernel.actor import Side
from helpdesk.search.rules.cutting import compact, numbers_in, numbers_like, words_in
from helpdesk.search.rules.folding import folded, spellings
from helpdesk.search.rules.kinds import KINDS
from helpdesk.search.rules.slips import slips_of
from helpdesk.search.rules.stemming import stems
from helpdesk.search.rules.vectors import BEGINNING, LONGEST, SHORTEST, SLIP, STEM, WRITTEN, beside
from helpdesk.search.terms import MAX_TEXT, MAX_WORDS, Asked, Filters, Language

_PHRASE = re.compile(r'["„“”«»]([^"„“”«»]*)["„“”«»]')
_FILTER = re.compile(r"(?<!\S)(has|is|before|after|on|market|from|case):(\S+)")


def asked_in(text: str) -> Asked:
    """The words, phrases and filters. A filter that is none (`before:soon`) is words like the others."""
    text = text[:MAX_TEXT]
    filters, rest = _filters(text)
    phrases = tuple(words for found in _PHRASE.findall(rest) if (words := _in_order(found)))
    loose = _PHRASE.sub(" ", rest)
    words = _words(loose)
    typing = bool(words) and rest == text and loose == rest and loose[-1:].isalnum()
    return Asked(
        words=words[:MAX_WORDS],
        phrases=tuple(phrase[:MAX_WORDS] for phrase in phrases[:MAX_WORDS]),
        unfinished=typing and len(words) <= MAX_WORDS,
        filters=filters,
    )


def _filters(text: str) -> tuple[Filters, str]:
    kept, filters = text, Filters()
    for match in _FILTER.finditer(text):
        narrowed = _narrowed(filters, match[1], folded(match[2]))
        if narrowed is not None:
            filters, kept = narrowed, kept.replace(match[0], " ", 1)
    return filters, kept


def _narrowed(filters: Filters, name: str, value: str) -> Filters | None:
    if name == "has":
        return replace(filters, has_file=True) if value in {"file", "attachment"} else None
    if name == "is":
        states = {"waiting": True, "answered": False}
        return replace(filters, waiting=states[value]) if value in states else None
    if name == "market":
        return replace(filters, market=value) if value.replace("-", "").isalnum() else None
    if name == "case":
        return replace(filters, case=value) if value in KINDS else None
    if name == "from":
        return replace(filters, side=value) if value in {Side.BUYER.value, Side.SELLER.value} else None
    try:
        day = date.fromisoformat(value)
        next_day = day + timedelta(days=1)
    except (ValueError, OverflowError):
        return None
    if name == "on":
        return replace(filters, since=day, until=next_day)
    return replace(filters, until=day) if name == "before" else replace(filters, since=next_day)


def _words(text: str) -> tuple[str, ...]:
    """Numbers with strokes are one word each; what is between them, words."""
    found, reached = [], 0
    for number in numbers_in(text):
        found += [word.text for word in words_in(text[reached : number.start])]
        found.append(text[number.start : number.end])
        reached = number.end
    return (*found, *(word.text for word in words_in(text[reached:])))


def _in_order(text: str) -> tuple[str, ...]:
    """The words as they follow each other; the parts of a number are words, as in what is searched."""
    return tuple(word.text for word in words_in(text))


def query(asked: Asked, *, forgiving: bool = False) -> str:
    """The `tsquery` by which the index is asked: all words and all phrases; empty where there is neither.

    Numbers are never forgiven. Beginnings and neighbours are asked for by lexemes of their own: the index
    need not gather all words that begin so, nor all rows where both words stand somewhere.
    """
    near = [_near(*pair) for phrase in asked.phrases for pair in pairwise(phrase)]
    return " & ".join([*_each(asked, forgiving, _begun), *_phrases(asked), *near])


def ranking(asked: Asked, *, forgiving: bool = False) -> str:
    """The `tsquery` by which what was found is ranked: by places and weights; beginnings have neither."""
    return " & ".join([*_each(asked, forgiving, _beginning), *_phrases(asked)])


def _each(asked: Asked, forgiving: bool, begun: Callable[[str], str]) -> list[str]:
    last = len(asked.words) - 1 if asked.unfinished else None
    return [
        _any_form(word, begun if n == last else None, begun, forgiving) for n, word in enumerate(asked.words)
    ]


def _phrases(asked: Asked) -> list[str]:
    return ["(" + " <-> ".join(_exactly(word) for word in phrase) + ")" for phrase in asked.phrases]


def _any_form(
    word: str, begun: Callable[[str], str] | None, number: Callable[[str], str], forgiving: bool
) -> str:
    if not word.isalnum() and numbers_like(word):
        return number(compact(word))
    begun = begun if len(word) >= SHORTEST else None
    forms = [begun(spelling) if begun else f"'{WRITTEN}{spelling}'" for spelling in spellings(word)]
    forms += sorted(
        {f"'{STEM}{stem}'" for language in Language for stem in stems(word=word, language=language)}
    )
    if forgiving:
        forms += sorted(f"'{SLIP}{key}'" for key in slips_of(word))
    return "(" + " | ".join(forms) + ")"


def _begun(spelling: str) -> str:
    """Words that begin so, by the lexeme of this beginning; longer ones are few, and are gathered."""
    if SHORTEST <= len(spelling) <= LONGEST:
        return f"'{BEGINNING}{spelling}'"
    return _beginning(spelling)


def _beginning(spelling: str) -> str:
    return f"'{WRITTEN}{spelling}':*"


def _near(one: str, other: str) -> str:
    pairs = {beside(a, b) for a in spellings(one) for b in spellings(other)}
    return "(" + " | ".join(f"'{pair}'" for pair in sorted(pairs)) + ")"


def _exactly(word: str) -> str:
    return "(" + " | ".join(f"'{WRITTEN}{spelling}'" for spelling in spellings(word)) + ")"
