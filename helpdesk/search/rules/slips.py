"""Keys that a word shares with itself misspelt: one letter too many, too few, wrong, or two swapped.

Words within one slip have a key in common if each letter in turn is left out of both (symmetric deletion,
Garbe 2012). Only the first letters count, so that a long word has no more keys than a short one.
"""

from helpdesk.search.rules.folding import folded

SHORTEST = 4
"""Letters: of shorter words one slip makes too many others."""

_FIRST = 8  # letters of a word that have keys


def slips_of(word: str) -> frozenset[str]:
    """The keys of a word; none for short ones and for numbers, where a slip is another number."""
    plain = folded(word)
    if len(plain) < SHORTEST or any(letter.isdigit() for letter in plain):
        return frozenset()
    first = plain[:_FIRST]
    return frozenset({first, *(first[:n] + first[n + 1 :] for n in range(len(first)))})
