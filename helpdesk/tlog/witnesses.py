"""C2SP tlog-witness: what a log sends to a witness, and what it makes of the answer."""

from collections.abc import Sequence

from helpdesk.tlog.encoding import from_decimal, to_base64
from helpdesk.tlog.keys import KeyType, Verifier
from helpdesk.tlog.notes import Line, open_note, split
from helpdesk.tlog.refusals import Refused

MOST_HASHES = 63  # of a consistency proof: no tree that a 64-bit integer counts needs more
MOST_BYTES = 16_384  # of an answer: a line has about 200
SIZE_TYPE = "text/x.tlog.size"


def submission(*, old_size: int, proof: Sequence[bytes], note: str) -> bytes:
    """The body of `add-checkpoint`. Raises Refused("proof.length") for a proof that witnesses do not take."""
    if len(proof) > MOST_HASHES:
        raise Refused("proof.length", f"{len(proof)} hashes")
    hashes = "".join(f"{to_base64(each)}\n" for each in proof)
    return f"old {old_size}\n{hashes}\n{note}".encode()


def read_size(body: bytes) -> int:
    """The size that a witness states with 409. Raises Refused("witness.size") for any other form."""
    try:
        text = body.decode("ascii")
    except UnicodeDecodeError:
        raise Refused("witness.size") from None
    if not text.endswith("\n"):
        raise Refused("witness.size", "no newline at the end")
    return from_decimal(text[:-1], code="witness.size")


def read_cosignature(body: bytes, *, note: str, witness: Verifier) -> Line:
    """The verified line of this witness under `note`; lines of other keys are passed over.

    Raises Refused("witness.answer") for more than lines, "witness.key" for a key that makes no cosignatures,
    "note.unknown_keys" where the witness's line is absent, and whatever `open_note` refuses.
    """
    if witness.kind is not KeyType.COSIGNATURE:
        raise Refused("witness.key", witness.name)
    if not body:
        raise Refused("witness.answer", "empty")
    if len(body) > MOST_BYTES:
        raise Refused("witness.answer", f"{len(body)} bytes")
    whole = note.encode() + body
    if (
        split(whole)[0] != split(note)[0]
    ):  # an empty line in the answer would make our signature part of the text
        raise Refused("witness.answer", "more than signature lines")
    (line,) = open_note(whole, verifiers=[witness]).signatures
    return line
