"""C2SP signed notes: a text, an empty line, and a line per signature."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from helpdesk.tlog.encoding import from_base64, has_controls, to_base64
from helpdesk.tlog.keys import KEY_ID_BYTES, Signer, Verifier, check_name
from helpdesk.tlog.refusals import Refused

MAX_NOTE = 1_000_000  # bytes; the format asks for some limit, a checkpoint needs a thousandth
MAX_SIGNATURES = 100  # readers must accept 16; more witnesses than this are no quorum but an attack
_MARK = "— "  # an em dash and a space begin a signature line


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """A signature line. `at`: the time that a verified cosignature states, in seconds since 1970 UTC."""

    name: str
    key_id: bytes
    signature: bytes = field(repr=False)
    at: int | None = None

    def written(self) -> str:
        """The line with its newline."""
        return f"{_MARK}{self.name} {to_base64(self.key_id + self.signature)}\n"


@dataclass(frozen=True, slots=True)
class Note:
    """A text that trusted keys signed; lines of unknown keys are `ignored`, and prove nothing."""

    text: str
    signatures: tuple[Line, ...]
    ignored: tuple[Line, ...]


def sign(text: str, *signers: Signer) -> str:
    """The note. Raises Refused("note.text", "note.control", "note.unsigned" or "note.duplicate")."""
    check_text(text)
    lines = [Line(signer.name, signer.key_id, signer.sign(text)) for signer in signers]
    if not lines:
        raise Refused("note.unsigned")
    _check_once(lines)
    return written(text=text, lines=lines)


def written(*, text: str, lines: Iterable[Line]) -> str:
    """Text, empty line, signature lines."""
    return f"{text}\n{''.join(line.written() for line in lines)}"


def check_text(text: str) -> None:
    """Raises Refused("note.text") unless the text ends with its newline; "note.control", "note.utf8"."""
    if not text.endswith("\n"):
        raise Refused("note.text", "no newline at the end of the text")
    _check_characters(text)


def open_note(note: str | bytes, *, verifiers: Iterable[Verifier]) -> Note:
    """The note, once every line of a known key is verified. Raises Refused("note.*") for all else.

    One wrong signature of a known key refuses the whole note, and so does a note without any known key.
    """
    known = _by_id(verifiers)
    text, lines = split(note)
    ours = [line for line in lines if (line.name, line.key_id) in known]
    _check_once(ours)
    signatures = tuple(_verified(known[line.name, line.key_id], text, line) for line in ours)
    if not signatures:
        raise Refused("note.unknown_keys", ", ".join(line.name for line in lines)[:200])
    return Note(text, signatures, tuple(line for line in lines if (line.name, line.key_id) not in known))


def split(note: str | bytes) -> tuple[str, list[Line]]:
    """Text and lines by their form alone: nothing is verified. Raises Refused("note.*")."""
    whole = _decoded(note)
    _check_characters(whole)
    if not whole.endswith("\n"):
        raise Refused("note.newline", "no newline at the end")
    text, separator, rest = whole.rpartition("\n\n")
    if not separator:
        raise Refused("note.separator", "no empty line before the signatures")
    if not rest:
        raise Refused("note.unsigned")
    rows = rest.removesuffix("\n").split("\n")
    if len(rows) > MAX_SIGNATURES:
        raise Refused("note.signatures", f"{len(rows)} signatures")
    return text + "\n", [*_lines(rows)]


def _by_id(verifiers: Iterable[Verifier]) -> dict[tuple[str, bytes], Verifier]:
    """Keys as signature lines name them. Four bytes can be made to fit another key: then neither is taken."""
    distinct = {*verifiers}
    known = {(verifier.name, verifier.key_id): verifier for verifier in distinct}
    if len(known) < len(distinct):
        raise Refused("key.ambiguous", "two trusted keys of one name and id")
    return known


def _decoded(note: str | bytes) -> str:
    try:
        data = note.encode() if isinstance(note, str) else note
        if len(data) > MAX_NOTE:
            raise Refused("note.size", f"{len(data)} bytes")
        return data.decode()
    except UnicodeError:
        raise Refused("note.utf8") from None


def _check_characters(text: str) -> None:
    _decoded(text)
    if has_controls(text, but="\n"):
        raise Refused("note.control")


def _lines(rows: Iterable[str]) -> Iterator[Line]:
    for row in rows:
        name, space, encoded = row.removeprefix(_MARK).partition(" ")
        if not row.startswith(_MARK) or not space:
            raise Refused("note.line", row[:120])
        try:
            check_name(name)
        except Refused:
            raise Refused("note.line", row[:120]) from None
        data = from_base64(encoded, code="note.line")
        if len(data) <= KEY_ID_BYTES:
            raise Refused("note.line", row[:120])
        yield Line(name, data[:KEY_ID_BYTES], data[KEY_ID_BYTES:])


def _verified(verifier: Verifier, text: str, line: Line) -> Line:
    at = verifier.verify(text=text, signature=line.signature)
    return Line(line.name, line.key_id, line.signature, at)


def _check_once(lines: Iterable[Line]) -> None:
    keys = [(line.name, line.key_id) for line in lines]
    if len({*keys}) < len(keys):
        raise Refused("note.duplicate", "two signatures of one key")
