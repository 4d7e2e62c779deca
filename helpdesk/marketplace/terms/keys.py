"""A key that was just made."""

from dataclasses import dataclass

from helpdesk.accounts.terms import KeyShown
from helpdesk.archive.terms import Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyMade:
    """The key, its secret, and the entry. A replay has no secret: it was shown once, and is not stored."""

    key: KeyShown
    secret: str | None
    kept: Kept
