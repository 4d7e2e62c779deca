"""Traits: what the second opinion sees of a text, each counted in a bucket of its own part of the model."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, islice, pairwise
from operator import add
from typing import Final, NamedTuple

from helpdesk.conduct.rules import packed
from helpdesk.conduct.rules.deals.lexicon import GROUPS
from helpdesk.conduct.rules.meanings import UNKNOWN, meaning_of, shipped, spoken_in
from helpdesk.conduct.rules.reading import WORD, Reading
from helpdesk.kernel.actor import Side

MOST_WORDS: Final = 400  # of a text; what follows them changes no opinion
MOST_LETTERS: Final = 40  # of a word
MOST_CLASSES: Final = 14  # of a sentence that are paired
MOST_PAIRS: Final = 2_000  # of classes in a text
CLOSE, NEAR, FAR = 1, 4, 6  # how many known words on another one may stand to be seen together with it
_PIECE: Final = 4
_MEANINGS: Final = 1 << 12  # more than there are


class Part(NamedTuple):
    """A share of the model: where its buckets begin, how many they are, how much one of them counts."""

    start: int
    size: int
    value: float

    def at(self, piece: str) -> int:
        """Where a piece is counted."""
        return self.start + zlib.crc32(piece.encode()) % self.size


WORDS: Final = Part(0, 1 << 15, 1.0)
PIECES: Final = Part(1 << 15, 1 << 15, 1.0)
MEANT: Final = Part(1 << 16, 1 << 12, 3.0)
TOGETHER: Final = Part(WORDS.size + PIECES.size + MEANT.size, 1 << 16, 1.5)
CLASSES: Final = Part(TOGETHER.start + TOGETHER.size, 1 << 14, 3.0)
PARTS: Final = (WORDS, PIECES, MEANT, TOGETHER, CLASSES)
BUCKETS: Final = CLASSES.start + CLASSES.size


def of_word(word: str) -> list[int]:
    """The buckets of a word and of its pieces."""
    edged = f"<{word[:MOST_LETTERS]}>"
    pieces = (edged[at : at + _PIECE] for at in range(len(edged) - _PIECE + 1))
    return [WORDS.at(edged), *map(PIECES.at, pieces)]


def of_words(first: str, second: str) -> list[int]:
    """Of two words that follow each other."""
    return [WORDS.at(f"{first} {second}")]


def of_meaning(meaning: int) -> list[int]:
    """Of what a word means and of the kinds of things that are meant."""
    return [MEANT.at(f"m{meaning}"), *(MEANT.at(f"k{kind}") for kind in shipped().kinds[meaning])]


def of_meanings(pair: int) -> list[int]:
    """Of two meanings in one sentence, as `pairs_of` numbers them."""
    (first, second), apart = divmod(pair >> 3, _MEANINGS), pair & 7
    kinds = shipped().kinds
    found = [f"k{a} {b}" for a in kinds[first] for b in kinds[second]]
    if apart != FAR:
        found.append("s{} {}".format(*sorted((first, second))))
    if apart == CLOSE:
        found.append(f"b{first} {second}")
    return [TOGETHER.at(one) for one in found]


def of_classes(pair: int) -> list[int]:
    """Of two classes in one sentence, or of one twice, as `class_pairs` numbers them."""
    first, second = divmod(pair, _MANY)
    return [CLASSES.at(NAMES[first] if first == second else f"{NAMES[first]}+{NAMES[second]}")]


def pairs_of(meanings: Sequence[int]) -> Iterator[int]:
    """Numbers of the pairs of known meanings in a sentence, and of how far they stand apart."""
    known = [one for one in meanings if one != UNKNOWN]
    firsts = [one << 15 for one in known]
    close, near, far = ([one << 3 | seen for one in known] for seen in (CLOSE, NEAR, FAR))
    return chain(
        map(add, firsts, close[1:]),
        *[map(add, firsts, near[apart:]) for apart in range(2, NEAR + 1)],
        *[map(add, firsts, far[apart:]) for apart in range(NEAR + 1, FAR + 1)],
    )


def class_pairs(sentences: Iterable[frozenset[str]], side: str) -> Iterable[int]:
    """Numbers of the pairs of classes in the sentences of a text, and of whose words they are."""
    found = {_RANKS[f"side:{side}"] * _TWICE}
    for sentence in sentences:
        classes = sorted([_RANKS[one] for one in sentence])
        found.update([one * _TWICE for one in classes])
        found.update([a * _MANY + b for a, b in combinations(classes[:MOST_CLASSES], 2)])
    return found if len(found) <= MOST_PAIRS else islice(sorted(found), MOST_PAIRS)


NAMES: Final = sorted(
    {
        *(f"said:{entry[0]}" for entry in packed.shipped()["speech"].entries),
        *(f"deal:{group}" for group in GROUPS),
        *(f"side:{side.value}" for side in Side),
    }
)
"""All classes that a family can hear."""
_RANKS: Final = {name: rank for rank, name in enumerate(NAMES)}
_MANY: Final = 1 << 12  # more than there are
_TWICE: Final = _MANY + 1


def sentences_of(reading: Reading) -> list[list[str]]:
    """The words of each sentence, MOST_WORDS of the text at most."""
    if len(reading.sentences) < 2:
        return [reading.words[:MOST_WORDS]]
    left, found = MOST_WORDS, list[list[str]]()
    for start, end in reading.sentences:
        words = WORD.findall(reading.folded.text, start, end)[:left]
        left -= len(words)
        found.append(words)
    return found


def buckets_of(reading: Reading) -> list[int]:
    """All that the model sees of a text whose families have read it, as often as it stands there."""
    sentences = sentences_of(reading)
    words = [word for sentence in sentences for word in sentence]
    language = spoken_in(words, reading.said.language)
    meant = [[meaning_of(word, language) for word in sentence] for sentence in sentences]
    found = [bucket for word in words for bucket in of_word(word)]
    found += [bucket for two in pairwise(["^", *words, "$"]) for bucket in of_words(*two)]
    found += [bucket for one in chain(*meant) if one != UNKNOWN for bucket in of_meaning(one)]
    for sentence in meant:
        for pair in pairs_of(sentence):
            found += of_meanings(pair)
    for pair in class_pairs(reading.classes, reading.said.side.value):
        found += of_classes(pair)
    return found
