"""Traits: what the second opinion sees of a text, each counted in a bucket of its own part of the model."""

import zlib
from collections.abc import Iterable, Sequence
from itertools import combinations, islice, pairwise
from typing import Final, NamedTuple

from helpdesk.conduct.rules.meanings import UNKNOWN, meaning_of, shipped, spoken_in
from helpdesk.conduct.rules.reading import Reading

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


def of_classes(first: str, second: str) -> list[int]:
    """Of two classes in one sentence, or of one twice."""
    return [CLASSES.at(first if first == second else f"{first}+{second}")]


def pairs_of(meanings: Sequence[int]) -> list[int]:
    """Numbers of the pairs of known meanings in a sentence, and of how far they stand apart."""
    known = [one for one in meanings if one != UNKNOWN]
    found = list[int]()
    for apart in range(1, FAR + 1):
        seen = CLOSE if apart == CLOSE else NEAR if apart <= NEAR else FAR
        found += [(a * _MEANINGS + b) * 8 + seen for a, b in zip(known, known[apart:], strict=False)]
    return found


def class_pairs(sentences: Iterable[frozenset[str]], side: str) -> Iterable[tuple[str, str]]:
    """The arguments of `of_classes` for a text, and whose words they are."""
    found = {(f"side:{side}", f"side:{side}")}
    for sentence in sentences:
        classes = sorted(sentence)
        found.update(zip(classes, classes, strict=True))
        found.update(combinations(classes[:MOST_CLASSES], 2))
    return found if len(found) <= MOST_PAIRS else islice(sorted(found), MOST_PAIRS)


def sentences_of(reading: Reading) -> list[list[int]]:
    """Which words, by their place among the first MOST_WORDS, each sentence has."""
    words = reading.words[:MOST_WORDS]
    if len(reading.sentences) < 2:
        return [[*range(len(words))]]
    ends, at = [end for _, end in reading.sentences], 0
    found: list[list[int]] = [[]]
    for n, word in enumerate(words):
        while at < len(ends) and word.start >= ends[at]:
            at += 1
            found.append([])
        found[-1].append(n)
    return found


def buckets_of(reading: Reading) -> list[int]:
    """All that the model sees of a text whose families have read it, as often as it stands there."""
    words = [word.text for word in reading.words[:MOST_WORDS]]
    language = spoken_in(words, reading.said.language)
    meant = [meaning_of(word, language) for word in words]
    found = [bucket for word in words for bucket in of_word(word)]
    found += [bucket for pair in pairwise(["^", *words, "$"]) for bucket in of_words(*pair)]
    found += [bucket for one in meant if one != UNKNOWN for bucket in of_meaning(one)]
    for sentence in sentences_of(reading):
        for pair in pairs_of([meant[n] for n in sentence]):
            found += of_meanings(pair)
    for classes in class_pairs(reading.classes, reading.said.side.value):
        found += of_classes(*classes)
    return found
