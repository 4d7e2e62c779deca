"""`bin/conduct-words`: the word lists of helpdesk/conduct/data, worked out and packed for the package."""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

ROOM = Path(__file__).parents[2] / "helpdesk/conduct"
PACKED = ROOM / "data/words.bin"
RULES = "helpdesk.conduct.rules"
LISTS = {"speech": "wordlists", "deals": "deals.wording", "answers": "answers.lexicon"}


def written() -> dict[str, Any]:
    """What the lists say, by lexicon."""
    return {name: import_module(f"{RULES}.{module}").written() for name, module in LISTS.items()}


def _only_lists() -> None:
    """Packages without what their `__init__` imports: the rules need the file that is to be made."""
    for name in ("", "/deals", "/answers"):
        package = ModuleType(RULES + name.replace("/", "."))
        package.__path__ = [f"{ROOM}/rules{name}"]
        sys.modules[package.__name__] = package


def main() -> None:
    """Write the file and say what is in it."""
    _only_lists()
    packed = import_module(f"{RULES}.packed")
    PACKED.write_bytes(packed.packed(written()))
    found = packed.unpacked(PACKED.read_bytes())
    print(f"{PACKED.name}: {PACKED.stat().st_size} bytes")
    print(*(f"{name} {len(one.words)} words" for name, one in found.items()), sep=", ")


if __name__ == "__main__":
    main()
