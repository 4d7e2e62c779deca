"""A text as PostgreSQL's text search stores it (`tsvector`), written by us: no dictionary is asked.

Three sorts of lexemes lie in one vector: words as written (`=`), stems (`*`), keys of slips (`~`). The mark
in front keeps them apart. Words have weight A or B, stems C, keys D and no place.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from helpdesk.search.rules.cutting import numbers_in, words_in
from helpdesk.search.rules.folding import spellings
from helpdesk.search.rules.slips import slips_of
from helpdesk.search.rules.stemming import stems
from helpdesk.search.terms import Language

WRITTEN, STEM, SLIP = "=", "*", "~"
_LAST_PLACE = 16_383  # PostgreSQL's own
_PLACES = 200  # of one lexeme; PostgreSQL keeps 255
_SLIPPING = 400  # different words of a text that are found with a slip

Places = dict[str, set[tuple[int, str]]]


def vector(texts: Sequence[str], *, language: Language | None, weight: str = "B") -> str:
    """The texts' words, one text behind the other; phrases do not reach from one into the next."""
    places: Places = defaultdict(set)
    slips: dict[str, None] = {}
    place = 0
    for text in texts:
        place = _take_in(text, places, slips, place, language, weight) + 2
    keys = {key for word in list(slips)[:_SLIPPING] for key in slips_of(word)}
    return " ".join([*(_lexeme(word, at) for word, at in sorted(places.items())), *_bare(keys)])


def _take_in(
    text: str, places: Places, slips: dict[str, None], place: int, language: Language | None, weight: str
) -> int:
    numbers = {number.start: number.text for number in numbers_in(text)}
    for word in words_in(text):
        place += 1
        at = min(place, _LAST_PLACE)
        slips[word.text] = None
        for spelling in (*spellings(word.text), *filter(None, [numbers.get(word.start)])):
            places[WRITTEN + spelling].add((at, weight))
        for stem in stems(word=word.text, language=language) if language else ():
            places[STEM + stem].add((at, "C"))
    return place


def _lexeme(word: str, places: Iterable[tuple[int, str]]) -> str:
    return f"'{word}':" + ",".join(f"{at}{weight}" for at, weight in sorted(places)[:_PLACES])


def _bare(keys: Iterable[str]) -> list[str]:
    return [f"'{SLIP}{key}'" for key in sorted(keys)]
