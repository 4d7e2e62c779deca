"""Names of files: what somebody's machine called them, as a page and any file system can hold it."""

import re
import unicodedata

from helpdesk.attachments.terms import EXTENSIONS, MAX_NAME, Type
from helpdesk.kernel.text import is_visible

_DROPPED = ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp")
"""Controls, formats (bidi and zero width among them), what has no meaning, separators of lines."""

_UNSAFE = re.compile(r'[<>:"|?*%]')  # what Windows refuses, and what an address would read
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_LONGEST_ENDING = 10  # characters
_MARKS = 8  # combining marks on one letter


def cleaned(name: str) -> str:
    """The last part of a path, without what cannot be seen, at most MAX_NAME; else "file"."""
    name = re.split(r"[/\\]", name)[-1]
    name = "".join(char for char in name if unicodedata.category(char) not in _DROPPED)
    name = _UNSAFE.sub("_", _thinned(unicodedata.normalize("NFC", name)))
    name = " ".join(name.split()).lstrip(". ").rstrip(". ")
    if not is_visible(name):
        return "file"
    return _shortened(f"_{name}" if _RESERVED.fullmatch(name) else name)


def ending(name: str) -> str:
    """What follows the last dot, in small letters; empty without one."""
    stem, dot, last = name.rpartition(".")
    return last.lower() if dot and stem else ""


def fitting(name: str, media: Type) -> str | None:
    """The name with an ending that says what the content is; None where its own says something else."""
    own = ending(name)
    if not own:
        return _shortened(f"{name}.{EXTENSIONS[media][0]}")
    return name if own in EXTENSIONS[media] else None


def _thinned(name: str) -> str:
    """Without the marks that pile up beyond what any writing needs."""
    kept, pile = [], 0
    for char in name:
        pile = pile + 1 if unicodedata.combining(char) else 0
        if pile <= _MARKS:
            kept.append(char)
    return "".join(kept)


def _shortened(name: str) -> str:
    last = ending(name)
    if len(name) <= MAX_NAME:
        return name
    if not last or len(last) > _LONGEST_ENDING:
        return name[:MAX_NAME].rstrip(". ")
    return f"{name[: MAX_NAME - len(last) - 1].rstrip('. ')}.{last}"
