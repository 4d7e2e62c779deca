"""Which tests come first, and which need a server: `-m "database and not journey"` are those of `--postgres`.

Files that take longest come first, so that at the end no worker is left alone with one. bin/test keeps their
order.
"""

from collections.abc import Collection
from pathlib import Path

import pytest

_LONGEST = ("visitors", "stand", "console", "browser")
"""By fixture or folder: each page of all, processes that are killed, processes that are started, journeys."""
_LAST = len(_LONGEST)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a database; order files, whose tests stay together with what they share."""
    turns: dict[Path, int] = {}
    for item in items:
        needed: Collection[str] = getattr(item, "fixturenames", ())
        if "template" in needed:
            item.add_marker("database")
        turns[item.path] = min(turns.get(item.path, _LAST), _turn(item, needed))
    items.sort(key=lambda item: turns[item.path])


def _turn(item: pytest.Item, needed: Collection[str]) -> int:
    known = {*needed, item.path.parent.name}
    return next((turn for turn, what in enumerate(_LONGEST) if what in known), _LAST)
