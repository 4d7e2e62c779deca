"""The made-up talk of `bin/bench search` is indexed as real talk is."""

import random

from helpdesk.search.rules import vector
from helpdesk.search.terms import Language
from tests.bench.search.words import drawn, vector_of, word


def test_its_vectors_are_those_of_the_rules() -> None:
    chance = random.Random(3)
    for _ in range(20):
        words = drawn(chance, 20)
        assert set(vector_of(words).split()) == set(vector([" ".join(words)], language=Language.DE).split())


def test_no_word_has_two_ranks() -> None:
    assert len({word(rank) for rank in range(50_000)}) == 50_000
