"""C2SP tlog-checkpoint: a tree head as the text of a signed note, and what witnesses add to it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from helpdesk.tlog.encoding import LARGEST, from_base64, from_decimal, has_controls, is_unicode, to_base64
from helpdesk.tlog.hashing import EMPTY_ROOT, HASH_SIZE
from helpdesk.tlog.keys import CosignatureSigner, KeyType, Verifier
from helpdesk.tlog.notes import Line, Note, open_note, split, written
from helpdesk.tlog.refusals import Refused

_FEWEST_LINES = 3


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The head of the log `origin`: how many leaves, under which root. Raises Refused("checkpoint.*")."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.origin or has_controls(self.origin) or not is_unicode(self.origin):
            raise Refused("checkpoint.origin", repr(self.origin[:120]))
        if not 0 <= self.size <= LARGEST:
            raise Refused("checkpoint.size", str(self.size))
        if len(self.root) != HASH_SIZE or (self.size == 0 and self.root != EMPTY_ROOT):
            raise Refused("checkpoint.root", self.root.hex()[:120])
        if any(not line or has_controls(line) or not is_unicode(line) for line in self.extensions):
            raise Refused("checkpoint.extension")

    def text(self) -> str:
        """What is signed."""
        return "\n".join([self.origin, str(self.size), to_base64(self.root), *self.extensions, ""])


@dataclass(frozen=True, slots=True)
class Opened(Checkpoint):
    """A checkpoint with verified signatures: `note.signatures` says by whom, and when witnesses saw it."""

    note: Note = field(kw_only=True)


def parse(text: str) -> Checkpoint:
    """The tree head of a note's text. Raises Refused("checkpoint.lines", ".size", ".root", ".origin" ...)."""
    *lines, last = text.split("\n")
    if last or len(lines) < _FEWEST_LINES:
        raise Refused("checkpoint.lines", f"{len(lines)} whole lines")
    origin, size, root, *extensions = lines
    return Checkpoint(
        origin=origin,
        size=from_decimal(size, code="checkpoint.size"),
        root=from_base64(root, code="checkpoint.root"),
        extensions=tuple(extensions),
    )


def open_checkpoint(note: str | bytes, *, origin: str, verifiers: Iterable[Verifier]) -> Opened:
    """The tree head that a trusted key named like the log signed; cosignatures are verified beside it.

    Raises Refused("checkpoint.origin") for another log's, "checkpoint.unsigned" where only witnesses or keys
    of other uses signed, and whatever `open_note` and `parse` refuse.
    """
    trusted = [*verifiers]
    opened = open_note(note, verifiers=trusted)
    head = parse(opened.text)
    if head.origin != origin:
        raise Refused("checkpoint.origin", f"{head.origin!r}, expected {origin!r}")
    logs = {(key.name, key.key_id) for key in trusted if key.kind is KeyType.NOTE and key.name == origin}
    if not any((line.name, line.key_id) in logs for line in opened.signatures):
        raise Refused("checkpoint.unsigned", "no signature of the log itself")
    return Opened(head.origin, head.size, head.root, head.extensions, note=opened)


def cosign(note: str | bytes, *, signer: CosignatureSigner, at: int) -> str:
    """The checkpoint with a witness's line added; `at` in seconds since 1970 UTC.

    It is for the caller to have verified the log's signature and the consistency with what it saw before.
    Raises Refused("note.duplicate") if this witness has signed, and whatever `parse` refuses.
    """
    text, lines = split(note)
    parse(text)
    if (signer.name, signer.key_id) in {(line.name, line.key_id) for line in lines}:
        raise Refused("note.duplicate", signer.name)
    line = Line(signer.name, signer.key_id, signer.sign(text, at=at))
    return written(text=text, lines=[*lines, line])
