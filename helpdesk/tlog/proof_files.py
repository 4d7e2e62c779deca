"""C2SP `.tlog-proof` files: all that shows, offline and for good, that an entry is in the log."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from helpdesk.tlog import notes
from helpdesk.tlog.checkpoints import Opened, open_checkpoint
from helpdesk.tlog.encoding import from_base64, from_decimal, to_base64
from helpdesk.tlog.hashing import check_hashes
from helpdesk.tlog.keys import Verifier
from helpdesk.tlog.proofs import verify_inclusion
from helpdesk.tlog.refusals import Refused

HEADER = "c2sp.org/tlog-proof@v1"
LONGEST_PROOF = 63  # hashes: a tree has at most 2^63 - 1 leaves


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofFile:
    """What a file says; nothing is verified. `extra` is nobody's word: no signature covers it."""

    index: int
    proof: tuple[bytes, ...]
    checkpoint: str
    extra: bytes | None = None


def write(*, index: int, proof: Sequence[bytes], checkpoint: str, extra: bytes | None = None) -> str:
    """The file. `checkpoint` is the signed note as it stands."""
    lines = [HEADER, *([f"extra {to_base64(extra)}"] if extra else []), f"index {index}"]
    return "\n".join([*lines, *map(to_base64, proof), "", checkpoint])


def parse(data: str | bytes) -> ProofFile:
    """By its form alone. Raises Refused("proof_file.*"), "hash.length", or "note.*" of its checkpoint."""
    head, separator, checkpoint = _decoded(data).partition("\n\n")
    if not separator:
        raise Refused("proof_file.separator", "no empty line before the checkpoint")
    notes.split(checkpoint)
    header, *lines = head.split("\n")
    if header != HEADER:
        raise Refused("proof_file.header", header[:120])
    extra = _extra(lines.pop(0)) if lines and lines[0].startswith("extra ") else None
    if not lines or not lines[0].startswith("index "):
        raise Refused("proof_file.index", "no line for the index")
    index = from_decimal(lines[0].removeprefix("index "), code="proof_file.index")
    return ProofFile(index=index, proof=_hashes(lines[1:]), checkpoint=checkpoint, extra=extra)


def verify(data: str | bytes, *, leaf_hash: bytes, origin: str, verifiers: Iterable[Verifier]) -> Opened:
    """The checkpoint under which the entry is proved to lie. Raises Refused for whatever does not hold."""
    file = parse(data)
    head = open_checkpoint(file.checkpoint, origin=origin, verifiers=verifiers)
    verify_inclusion(index=file.index, size=head.size, leaf_hash=leaf_hash, proof=file.proof, root=head.root)
    return head


def _decoded(data: str | bytes) -> str:
    try:
        return data if isinstance(data, str) else data.decode()
    except UnicodeDecodeError:
        raise Refused("note.utf8") from None


def _extra(line: str) -> bytes:
    extra = from_base64(line.removeprefix("extra "), code="proof_file.extra")
    if not extra:
        raise Refused("proof_file.extra", "a line for nothing")
    return extra


def _hashes(lines: Sequence[str]) -> tuple[bytes, ...]:
    if len(lines) > LONGEST_PROOF:
        raise Refused("proof.length", f"{len(lines)} hashes")
    hashes = tuple(from_base64(line, code="proof_file.hash") for line in lines)
    check_hashes(hashes)
    return hashes
