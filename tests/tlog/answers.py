"""What a witness may answer, and what of it is refused: rows of the table of refusals."""

# ruff: noqa: E501 (a refusal is a row)

from collections.abc import Callable

from helpdesk.tlog.keys import CosignatureSigner
from helpdesk.tlog.notes import Line
from helpdesk.tlog.witnesses import MOST_BYTES, read_cosignature, read_size, submission
from tests.tlog.given import COSIGNED, HEAD, LOG, SEEN_AT, SIGNED, WITNESS

GOOD = COSIGNED.removeprefix(SIGNED).encode()
_OTHER = CosignatureSigner(WITNESS.name, b"o" * 32)
_OTHERS = Line(_OTHER.name, _OTHER.key_id, _OTHER.sign(HEAD.text(), at=SEEN_AT)).written().encode()


def answer(body: bytes) -> Callable[[], object]:
    """Of the witness, to our checkpoint."""
    return lambda: read_cosignature(body, note=SIGNED, witness=WITNESS.verifier)


def size(body: bytes) -> Callable[[], object]:
    """Of a witness that knows more than it was told."""
    return lambda: read_size(body)


ANSWERS = [
    ("an answer of nothing", answer(b""), "witness.answer"),
    ("an answer without end", answer(GOOD * (MOST_BYTES // len(GOOD) + 1)), "witness.answer"),
    ("an empty line first", answer(b"\n" + GOOD), "witness.answer"),
    ("a whole note for a line", answer(COSIGNED.encode()), "witness.answer"),
    ("the witness's line twice", answer(GOOD * 2), "note.duplicate"),
    ("a line cut short", answer(GOOD[:-1]), "note.newline"),
    ("words for a line", answer(b"no\n"), "note.line"),
    ("an answer that is not UTF-8", answer(b"\xff\n"), "note.utf8"),
    ("only another key's line", answer(_OTHERS), "note.unknown_keys"),
    ("a log's key for a witness's", lambda: read_cosignature(GOOD, note=SIGNED, witness=LOG.verifier), "witness.key"),
    ("a size without its newline", size(b"8"), "witness.size"),
    ("a size with a zero", size(b"08\n"), "witness.size"),
    ("a size with a sign", size(b"+8\n"), "witness.size"),
    ("a size in two lines", size(b"8\n8\n"), "witness.size"),
    ("a size of 2^63", size(b"9223372036854775808\n"), "witness.size"),
    ("a size in other digits", size("٨\n".encode()), "witness.size"),
    ("64 hashes to a witness", lambda: submission(old_size=1, proof=[bytes(32)] * 64, note=SIGNED), "proof.length"),
]  # fmt: skip
