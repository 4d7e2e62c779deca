"""What a version of the recognition is made of: a digest of rules and data, pinned beside the version."""

import hashlib
import json
import sys
from pathlib import Path

from helpdesk.conduct.rules.packs import VERSION

_ROOM = Path(__file__).parents[2] / "helpdesk" / "conduct"
_PINS = Path(__file__).with_name("recognition.json")
_NOT_RECOGNITION = frozenset({"reasons.json", "figures.json"})


def digest() -> str:
    """Of every file that decides what is found, with its name."""
    found = hashlib.sha256()
    for path in sorted([*_ROOM.glob("rules/**/*.py"), *_ROOM.glob("data/**/*")]):
        if path.is_file() and path.name not in _NOT_RECOGNITION and "__pycache__" not in path.parts:
            content = path.read_bytes()
            found.update(f"{path.relative_to(_ROOM).as_posix()} {len(content)}\n".encode() + content)
    return found.hexdigest()


def pins() -> dict[str, str]:
    """By version."""
    read: dict[str, str] = json.loads(_PINS.read_text()) if _PINS.is_file() else {}
    return read


def renew(*, unreleased: bool) -> str:
    """Pin the present state; what to do instead, where the version has another one already."""
    known = pins()
    if known.get(VERSION, digest()) != digest() and not unreleased:
        return f"version {VERSION} is pinned to other rules: raise VERSION, or say --unreleased"
    _PINS.write_text(json.dumps(known | {VERSION: digest()}, indent=1) + "\n")
    return ""


if __name__ == "__main__":
    sys.exit(renew(unreleased="--unreleased" in sys.argv) or 0)
