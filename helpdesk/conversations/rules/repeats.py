"""Whether a text only repeats what the Platform has told a buyer: a parcel left, arrived, or was paid back.

A plain recogniser, as `reading` is: it knows the words of such notices in five languages, and what the record
has of this order. One word or one figure more, and the text says something of its own and is sent.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from helpdesk.conversations.rules import notices
from helpdesk.conversations.rules.reading import folded, reading_of
from helpdesk.conversations.terms import Reading

_WORD: Final = re.compile(r"[^\W_]+")
_MOST_WORDS: Final = 80  # a longer text says something

_DISPATCHED: Final = frozenset(notices.DISPATCHED.split())
_DELIVERED: Final = frozenset(notices.DELIVERED.split())
_REFUNDED: Final = frozenset(notices.REFUNDED.split())
_AROUND: Final = frozenset(notices.AROUND.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the Platform has told of an order: which of the three has happened, and the `words` that it named:
    numbers, carriers, dates, amounts, titles, and the names of both sides.
    """

    dispatched: bool = False
    delivered: bool = False
    refunded: bool = False
    words: frozenset[str] = frozenset()


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """The words of what the record names, as they are compared."""
    return frozenset(word for text in texts for word in _words(text))


def repeats_notice(*, text: str, told: Told) -> bool:
    """Whether the text says what has been told, and nothing else. Time grows with its length only."""
    if "?" in text or reading_of(text=text) is Reading.HOLDING:
        return False
    said = _words(text)
    news = _DISPATCHED | _DELIVERED | _REFUNDED
    known = _AROUND | told.words | _happened(told)
    return len(said) <= _MOST_WORDS and known.issuperset(said) and not news.isdisjoint(said)


def _happened(told: Told) -> frozenset[str]:
    """The words of what has happened: of anything else the text is the first to tell."""
    kinds = (
        (told.dispatched, _DISPATCHED),
        (told.delivered, _DELIVERED),
        (told.refunded, _REFUNDED),
    )
    return frozenset().union(*(words for happened, words in kinds if happened))


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))
