"""Where the words of a text are, and what is one number although it has strokes in it."""

import re
from collections.abc import Iterator

from helpdesk.search.rules.folding import folded
from helpdesk.search.terms import Word

_LETTERS = r"[^\W_](?:[^\W_]|[\u0300-\u036f])*"  # an accent may stand behind its letter
_WORD = re.compile(_LETTERS)
_NUMBER = re.compile(rf"{_LETTERS}(?:[-_/.]{_LETTERS})+")
_LONGEST = 40  # letters of a word that is looked for; orders' numbers have up to 60, and are cut there
_LONGEST_NUMBER = 60


def words_in(text: str) -> Iterator[Word]:
    """All words in order, the parts of numbers too."""
    for match in _WORD.finditer(text):
        if match.end() - match.start() <= _LONGEST:
            yield Word(match.start(), match.end(), match.group())


def numbers_in(text: str) -> Iterator[Word]:
    """What has figures and strokes and is one number of an order or a parcel: `PL-2026/17` is `pl202617`."""
    for match in _NUMBER.finditer(text):
        found = match.group()
        if any(letter.isdigit() for letter in found) and len(found) <= _LONGEST_NUMBER:
            yield Word(match.start(), match.end(), compact(found))


def compact(number: str) -> str:
    """A number without what stands between its parts."""
    return folded("".join(letter for letter in number if letter.isalnum()))


def numbers_like(word: str) -> bool:
    """Whether it is one number with strokes."""
    return any(number.end - number.start == len(word) for number in numbers_in(word))
