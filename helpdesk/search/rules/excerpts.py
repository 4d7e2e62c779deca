"""The part of a text in which the words stand that were looked for, and where they stand in it."""

from collections.abc import Iterator

from helpdesk.search.rules.cutting import compact, numbers_in, numbers_like, words_in
from helpdesk.search.rules.folding import spellings
from helpdesk.search.rules.slips import slips_of
from helpdesk.search.rules.stemming import stems
from helpdesk.search.terms import EXCERPT, Asked, Language, Word

Marks = tuple[tuple[int, int], ...]
_BEFORE = 40  # characters shown in front of the first mark


def excerpt(text: str, *, asked: Asked, forgiving: bool = False) -> tuple[str, Marks]:
    """At most EXCERPT characters around the first word that was looked for, and the marks in them.

    Places count code points of the excerpt, half-open, in order, never overlapping.
    """
    marks = list(_marks(text, asked, forgiving))
    start = _beginning(text, marks[0][0] if marks else 0)
    end = min(len(text), start + EXCERPT)
    inside = tuple((a - start, b - start) for a, b in marks if a >= start and b <= end)
    return text[start:end], inside


def _beginning(text: str, mark: int) -> int:
    """A little before the mark, at a word's beginning where there is one."""
    if mark <= _BEFORE:
        return 0
    space = text.find(" ", mark - _BEFORE, mark)
    return mark - _BEFORE if space < 0 else space + 1


def _marks(text: str, asked: Asked, forgiving: bool) -> Iterator[tuple[int, int]]:
    wanted = {form for word in (*asked.words, *sum(asked.phrases, ())) for form in forms(word, forgiving)}
    begins = tuple(_beginnings(asked))
    reached = 0
    for word in sorted([*words_in(text), *numbers_in(text)], key=lambda one: (one.start, -one.end)):
        if word.start >= reached and _is_wanted(word, wanted, begins, forgiving):
            reached = word.end
            yield word.start, word.end


def _beginnings(asked: Asked) -> Iterator[str]:
    """What words may merely begin with: numbers, and the last word while it is typed."""
    yield from (compact(word) for word in asked.words if numbers_like(word))
    yield from spellings(asked.words[-1]) if asked.unfinished else ()


def _is_wanted(word: Word, wanted: set[str], begins: tuple[str, ...], forgiving: bool) -> bool:
    if begins and any(spelling.startswith(begins) for spelling in spellings(word.text)):
        return True
    return bool(forms(word.text, forgiving) & wanted)


def forms(word: str, forgiving: bool = False) -> set[str]:
    """All by which the word is known: spellings, stems of each language, and keys of slips where forgiven."""
    number = "".join(letter for letter in word if letter.isalnum())
    found = {*spellings(word), *spellings(number)}
    found |= {"*" + stem for language in Language for stem in stems(word=word, language=language)}
    return found | {"~" + key for key in slips_of(word)} if forgiving else found
