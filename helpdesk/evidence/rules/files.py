"""Names of files within a package: ASCII, and nothing that a shell, a path or a browser would take up."""

import re
import unicodedata
from uuid import UUID

_LONGEST = 80  # characters; the rest of the name stands in its value
_OTHER = re.compile(r"[^A-Za-z0-9._-]+")


def path_of(*, entry: UUID, value: str, name: str) -> str:
    """As in attachments/<entry id>-1-photo.jpg, for the value `file-1`."""
    number = value.removeprefix("file-")
    return f"attachments/{entry}-{number}-{ascii_name(name)}"


def ascii_name(name: str) -> str:
    """The name without accents, spaces and all else; its ending is kept where it has a plain one."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = _OTHER.sub("-", plain).strip("-.")
    stem, dot, ending = plain.rpartition(".")
    if not dot or not stem:
        return plain[:_LONGEST] or "file"
    return f"{stem[: _LONGEST - 11].rstrip('-.')}.{ending[:10]}"
