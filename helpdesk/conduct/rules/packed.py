"""Lexicons packed: what the word lists of the package come to, worked out once and not in every process.

`bin/conduct-words` packs them into data/words.bin; a test holds that file to the lists. What stands there
for a word is a choice of entries, and most words have the same few choices: they share them.
"""

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

MAGIC: Final = b"words1"
Row = tuple[Any, ...]  # of texts, numbers and truth values: what a lexicon knows of a word
Rows = Iterable[tuple[str, Sequence[Row]]]


class Lexicon(NamedTuple):
    """`groups[of[n]]` are the places in `entries` of what stands for the n-th word."""

    words: list[str]
    entries: list[Row]
    groups: list[list[int]]
    of: list[int]


def packed(lexicons: Mapping[str, Rows]) -> bytes:
    """As one file."""
    content = {name: _indexed(rows) for name, rows in lexicons.items()}
    return MAGIC + zlib.compress(json.dumps(content, separators=(",", ":")).encode(), 9)


def unpacked(data: bytes) -> dict[str, Lexicon]:
    """As `packed` made it. Raises ValueError."""
    if not data.startswith(MAGIC):
        raise ValueError("no words")
    content = json.loads(zlib.decompress(data[len(MAGIC) :]))
    return {
        name: Lexicon(
            one["words"].split("\n") if one["words"] else [],
            [*map(tuple, one["entries"])],
            one["groups"],
            one["of"],
        )
        for name, one in content.items()
    }


@cache
def shipped() -> Mapping[str, Lexicon]:
    """Those of the package, by name."""
    return unpacked((files("helpdesk.conduct") / "data" / "words.bin").read_bytes())


def _indexed(rows: Rows) -> dict[str, Any]:
    entries: dict[Row, int] = {}
    groups: dict[tuple[int, ...], int] = {}
    words, of = list[str](), list[int]()
    for word, found in rows:
        group = tuple(entries.setdefault(one, len(entries)) for one in found)
        words.append(word)
        of.append(groups.setdefault(group, len(groups)))
    return {"words": "\n".join(words), "entries": [*entries], "groups": [*groups], "of": of}
