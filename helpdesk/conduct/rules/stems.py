"""Stems: word lists of the package, made into patterns of whole words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from helpdesk.conduct import data

_DATA: Final = Path(data.__path__[0])


def lines_of(name: str) -> Iterator[str]:
    """Of a file of the package's data, without comments and empty ones."""
    for line in (_DATA / name).read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def sections(name: str) -> Mapping[str, tuple[str, ...]]:
    """The stems of a file by section; " ; " parts them."""
    found: dict[str, list[str]] = {}
    section = ""
    for line in lines_of(name):
        if line.startswith("[") and line.endswith("]") and line[1:-1].replace("_", "").isalpha():
            section = line[1:-1]
        else:
            found.setdefault(section, []).extend(one for one in line.split(" ; ") if one)
    return {key: tuple(stems) for key, stems in found.items()}


def any_of(*lists: Iterable[str]) -> str:
    """One group of them all, the longest first."""
    every = sorted({one for some in lists for one in some}, key=len, reverse=True)
    return "(?:" + "|".join(every) + ")"


def stems(*lists: Iterable[str]) -> re.Pattern[str]:
    """One pattern of whole words for all of them."""
    return re.compile(r"(?<![a-z0-9])" + any_of(*lists) + r"(?![a-z])")
