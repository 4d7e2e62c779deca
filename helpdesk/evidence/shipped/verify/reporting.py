"""What is found in a package, and the verdict that follows."""

from __future__ import annotations

from typing import Any, NamedTuple

FORMAT = "helpdesk-evidence/v1"
WHOLE, ALTERED, INCOMPLETE, UNTRUSTED = 0, 1, 2, 3
VERDICTS = ("whole", "altered", "incomplete", "untrusted")
DAY_US = 24 * 60 * 60 * 1_000_000
LARGEST = 2**53 - 1  # beyond it, readers that keep numbers as doubles would read another number
MAX_LEAF = 4096  # bytes
MAX_TEXT = 256 * 1024 * 1024  # bytes of a member that is read whole; files of a conversation are streamed
CHUNK = 1 << 20

# What each code means for the verdict; the sentences are WORDS.
CODES = {
    "package.zip": ALTERED,
    "member.path": ALTERED,
    "member.duplicate": ALTERED,
    "member.extra": ALTERED,
    "member.altered": ALTERED,
    "member.form": ALTERED,
    "member.missing": INCOMPLETE,
    "manifest.note": ALTERED,
    "leaf.form": ALTERED,
    "leaf.twice": ALTERED,
    "chain.gap": INCOMPLETE,
    "chain.tail": INCOMPLETE,
    "chain.unlisted": ALTERED,
    "chain.link": ALTERED,
    "chain.time": ALTERED,
    "chain.party": ALTERED,
    "chain.head": ALTERED,
    "value.verified": WHOLE,
    "value.erased": WHOLE,
    "value.withheld": WHOLE,
    "value.altered": ALTERED,
    "value.extra": ALTERED,
    "value.missing": INCOMPLETE,
    "value.not_erased": INCOMPLETE,
    "file.verified": WHOLE,
    "file.erased": WHOLE,
    "file.withheld": WHOLE,
    "file.altered": ALTERED,
    "file.extra": ALTERED,
    "file.missing": INCOMPLETE,
    "proof.pending": WHOLE,
    "proof.wrong": ALTERED,
    "proof.missing": INCOMPLETE,
    "checkpoint.wrong": ALTERED,
    "checkpoint.split": ALTERED,
    "receipt.wrong": ALTERED,
    "receipt.extra": ALTERED,
    "receipt.key": INCOMPLETE,
    "receipt.missing": INCOMPLETE,
    "conversation.differs": ALTERED,
    "conversation.extra": ALTERED,
    "conversation.missing": INCOMPLETE,
    "key.not_given": UNTRUSTED,
    "key.untrusted": UNTRUSTED,
    "key.receipts": UNTRUSTED,
}


class Row(NamedTuple):
    """One thing that was found: a stable code, the entry and the value or file concerned, and its state.

    `state`: verified, erased, withheld, missing or altered for values and files; else empty. `said` holds
    the parameters of the code's sentence.
    """

    code: str
    entry: str
    name: str
    state: str
    said: dict[str, Any]


class KeyUsed(NamedTuple):
    """A public key that signed something here. `use`: log, witness or receipts."""

    vkey: str
    use: str
    fingerprint: str
    trusted: bool


class Report:
    """All that was found in a package."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.keys: list[KeyUsed] = []
        self.facts: dict[str, Any] = {}  # what the package is: conversation, made_at, title, counts
        self.messages: list[dict[str, Any]] = []  # as proved by leaves and values, not as anybody tells them

    @property
    def findings(self) -> list[Row]:
        """What keeps the package from being whole."""
        return [row for row in self.rows if CODES[row.code] != WHOLE]

    @property
    def exit_code(self) -> int:
        """0 whole, 1 altered, 2 incomplete, 3 key not trusted; altered is said before all else."""
        return min((CODES[row.code] for row in self.findings), default=WHOLE)

    @property
    def verdict(self) -> str:
        """The exit code as a word."""
        return VERDICTS[self.exit_code]

    def add(self, code: str, entry: str = "", name: str = "", **said: Any) -> None:
        """One row more."""
        kind, _, state = code.partition(".")
        stated = "missing" if state == "not_erased" else "altered" if state == "extra" else state
        self.rows.append(Row(code, entry, name, stated if kind in ("value", "file") else "", said))

    def as_dict(self) -> dict[str, Any]:
        """For machines."""
        return {
            "verdict": self.verdict,
            "exit_code": self.exit_code,
            "facts": self.facts,
            "keys": [key._asdict() for key in self.keys],
            "rows": [row._asdict() for row in self.rows],
        }


class Unreadable(Exception):
    """What cannot be read any further."""

    def __init__(self, code: str, name: str = "", detail: str = "") -> None:
        super().__init__(code, name, detail)
        self.code, self.name, self.detail = code, name, detail
