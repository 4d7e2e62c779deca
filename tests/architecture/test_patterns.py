"""Patterns mean the same for every Python that this runs on."""

import re

from tests.architecture import house

_POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)(?:[?*+]|\{+[0-9,]+\}+)\+")


def test_no_group_is_repeated_possessively() -> None:
    """Before Python 3.11.5 `(?:ab)*+` keeps the half of a last round that failed; `(?>(?:ab)*)` does not."""
    found = [
        f"{path}:{number}"
        for path in sorted((house.ROOT / "helpdesk").rglob("*.py"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if _POSSESSIVE_GROUP.search(line)
    ]
    assert not found
