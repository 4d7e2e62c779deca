"""A text as PostgreSQL's text search stores it (`tsvector`), written by us: no dictionary is asked.

Five sorts of lexemes lie in one vector: words as written (`=`), stems (`*`), keys of slips (`~`), beginnings
of words (`^`) and neighbours (`+`). The mark in front keeps them apart. Words have weight A or B, stems C;
the others have no weight and no place: they are there to be found by.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import md5

from helpdesk.search.rules.cutting import numbers_in, words_in
from helpdesk.search.rules.folding import spellings
from helpdesk.search.rules.slips import slips_of
from helpdesk.search.rules.stemming import stems
from helpdesk.search.terms import Language

WRITTEN, STEM, SLIP, BEGINNING, BESIDE = "=", "*", "~", "^", "+"
SHORTEST, LONGEST = 2, 8
"""Letters of a beginning that is a lexeme of its own."""

_LAST_PLACE = 16_383  # PostgreSQL's own
_PLACES = 200  # of one lexeme; PostgreSQL keeps 255
_SLIPPING = 400  # different words of a text that are found with a slip
_BEGUN = 3_000  # different words of a text that are found by their beginnings: more than any message has
_FIGURES = 4  # of the digest of two neighbours: some false friends, and no index of all pairs

Places = dict[str, set[tuple[int, str]]]


def vector(
    texts: Sequence[str], *, language: Language | None, weight: str = "B", ordered: bool = True
) -> str:
    """The texts' words, one text behind the other; phrases do not reach from one into the next.

    Not `ordered`: nothing says which word stood beside which.
    """
    places: Places = defaultdict(set)
    slips: dict[str, None] = {}
    beside: set[str] = set()
    place = 0
    for text in texts:
        place = _take_in(text, places, slips, place, language, weight) + 2
        beside.update(neighbours_in([word.text for word in words_in(text)]) if ordered else ())
    keys = {SLIP + key for word in list(slips)[:_SLIPPING] for key in slips_of(word)}
    written = [lexeme for lexeme in places if lexeme.startswith(WRITTEN)][:_BEGUN]
    keys |= {key for lexeme in written for key in beginnings_of(lexeme.removeprefix(WRITTEN))}
    placed = (_lexeme(word, at if ordered else ()) for word, at in sorted(places.items()))
    return " ".join([*placed, *(f"'{key}'" for key in sorted(keys | beside))])


def beginnings_of(spelling: str) -> list[str]:
    """The lexemes of a word's beginnings, the whole word among them where it is short."""
    return [BEGINNING + spelling[:n] for n in range(SHORTEST, min(len(spelling), LONGEST) + 1)]


def neighbours_in(words: Sequence[str]) -> set[str]:
    """A lexeme for each two words that stand side by side, in every spelling of both."""
    each = [spellings(word) for word in words]
    pairs = ((a, b) for n in range(len(each) - 1) for a in each[n] for b in each[n + 1])
    return {beside(*pair) for pair in pairs}


def beside(one: str, other: str) -> str:
    """The lexeme of two spellings, the second behind the first; some pairs share theirs."""
    digest = md5(f"{one} {other}".encode(), usedforsecurity=False).hexdigest()
    return BESIDE + digest[:_FIGURES]


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
    at = ",".join(f"{at}{weight}" for at, weight in sorted(places)[:_PLACES])
    return f"'{word}':{at}" if at else f"'{word}'"
