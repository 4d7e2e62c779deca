"""What the Platform's search is told, as it is signed: strings and integers, the same bytes anywhere."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256

from helpdesk.kernel.canonical import canonical

FORMAT = "helpdesk-standings/v1"

Row = Mapping[str, int | str]


def factor(milli: int) -> str:
    """A factor with three decimals."""
    return f"{milli // 1000}.{milli % 1000:03d}"


def instant(at: datetime) -> str:
    """An instant as the API writes it: UTC, with microseconds."""
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def note(*, rows: Sequence[Row], after: int, valid_until: datetime) -> str:
    """The text that is signed: format, where the page begins, the SHA-256 of its rows as canonical JSON, and
    until when they hold, a line each.
    """
    digest = sha256(canonical([dict(row) for row in rows])).hexdigest()
    return f"{FORMAT}\n{after}\n{digest}\n{instant(valid_until)}\n"
