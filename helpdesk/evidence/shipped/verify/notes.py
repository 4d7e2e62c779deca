"""Keys, signed notes, checkpoints and proofs, as C2SP describes them."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import Iterable, NamedTuple

from helpdesk.evidence.shipped.verify.ed25519 import ed25519_verifies
from helpdesk.evidence.shipped.verify.texts import CONTROL, DECIMAL, SPACE, base64_of

NOTE_KEY, _COSIGNATURE = 1, 4
RECEIPTS = "/receipts"  # what the name of a receipt key adds to its log's
_VKEY = re.compile(r"([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)")


def _key_id(name: str, kind: int, public: bytes) -> bytes:
    return hashlib.sha256(name.encode("utf-8") + b"\n" + bytes([kind]) + public).digest()[:4]


class Key(NamedTuple):
    name: str
    kind: int
    public: bytes

    @classmethod
    def parse(cls, vkey: str) -> Key:
        """From `name+hash+base64`. Raises ValueError."""
        found = _VKEY.fullmatch(vkey)
        material = base64_of(found.group(3)) if found else None
        if not found or not material or len(material) != 33 or material[0] not in (NOTE_KEY, _COSIGNATURE):
            raise ValueError("not a verification key: " + vkey[:120])
        key = cls(found.group(1), material[0], material[1:])
        if not _is_key_name(key.name) or key.id.hex() != found.group(2):
            raise ValueError("not a verification key: " + vkey[:120])
        return key

    @property
    def id(self) -> bytes:
        """The four bytes that stand for it in a signature line."""
        return _key_id(self.name, self.kind, self.public)

    @property
    def vkey(self) -> str:
        """As others are told it."""
        material = base64.b64encode(bytes([self.kind]) + self.public).decode("ascii")
        return self.name + "+" + self.id.hex() + "+" + material

    def signed(self, text: str, signature: bytes) -> bool:
        """Whether it signed the text; a witness signs the time too, in seconds since 1970 UTC."""
        message = text.encode("utf-8")
        if self.kind == _COSIGNATURE:
            at, signature = int.from_bytes(signature[:8], "big"), signature[8:]
            if not 0 < at < 2**63:
                return False
            message = b"cosignature/v1\ntime %d\n" % at + message
        return ed25519_verifies(self.public, signature, message)


def _is_key_name(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return bool(name) and "+" not in name and not SPACE.search(name)


def fingerprint(public: bytes) -> str:
    """SHA-256 of the 32 public bytes, in groups of four hex digits, for people to compare."""
    digest = hashlib.sha256(public).hexdigest()
    return " ".join(digest[place : place + 4] for place in range(0, 64, 4))


class _Line(NamedTuple):
    name: str
    id: bytes
    signature: bytes


def note_of(data: bytes) -> tuple[str, list[_Line]]:
    """Text and signature lines of a signed note. Raises ValueError(reason); no signature is verified."""
    if len(data) > 1_000_000:
        raise ValueError("size")
    whole = data.decode("utf-8")
    if CONTROL.search(whole) or not whole.endswith("\n"):
        raise ValueError("characters")
    text, separator, rest = whole.rpartition("\n\n")
    rows = rest[:-1].split("\n")
    if not separator or not rest or len(rows) > 100:
        raise ValueError("separator")
    return text + "\n", [_line(row) for row in rows]


def _line(row: str) -> _Line:
    name, space, encoded = row[2:].partition(" ")
    data = base64_of(encoded)
    if row[:2] != "\u2014 " or not space or not _is_key_name(name) or not data or len(data) <= 4:
        raise ValueError("signature line")
    return _Line(name, data[:4], data[4:])


def signers_of(text: str, lines: list[_Line], keys: Iterable[Key]) -> list[Key]:
    """The known keys that signed. Raises ValueError where one signed twice or wrongly: all must hold."""
    known = {(key.name, key.id): key for key in keys}
    ours = [(known[line.name, line.id], line) for line in lines if (line.name, line.id) in known]
    if len({key for key, _ in ours}) < len(ours):
        raise ValueError("a key signed twice")
    for key, line in ours:
        if not key.signed(text, line.signature):
            raise ValueError("signature of " + key.name)
    return [key for key, _ in ours]


class Head(NamedTuple):
    """A tree head that the log itself signed."""

    origin: str
    size: int
    root: bytes
    signers: list[Key]


def checkpoint_of(data: bytes, keys: Iterable[Key]) -> Head:
    """The tree head of a signed checkpoint. Raises ValueError(reason)."""
    text, lines = note_of(data)
    rows = text[:-1].split("\n")
    if len(rows) < 3 or not all(rows) or not DECIMAL.fullmatch(rows[1]):
        raise ValueError("lines")
    root = base64_of(rows[2])
    if root is None or len(root) != 32:
        raise ValueError("root")
    signers = signers_of(text, lines, keys)
    if not any(key.kind == NOTE_KEY and key.name == rows[0] for key in signers):
        raise ValueError("not signed by a known key of the log")
    return Head(rows[0], int(rows[1]), root, signers)


class _Proof(NamedTuple):
    place: int
    hashes: list[bytes]
    checkpoint: bytes


def proof_of(data: bytes) -> _Proof:
    """A `.tlog-proof` by its form. Raises ValueError(reason)."""
    head, separator, checkpoint = data.partition(b"\n\n")
    rows = head.decode("utf-8").split("\n")
    if rows.pop(0) != "c2sp.org/tlog-proof@v1" or not separator:
        raise ValueError("header")
    if rows and rows[0].startswith("extra ") and not base64_of(rows.pop(0)[6:]):
        raise ValueError("extra")
    if not rows or not rows[0].startswith("index ") or not DECIMAL.fullmatch(rows[0][6:]):
        raise ValueError("index")
    hashes = [base64_of(row) for row in rows[1:]]
    if len(hashes) > 63 or any(found is None or len(found) != 32 for found in hashes):
        raise ValueError("hashes")
    return _Proof(int(rows[0][6:]), [found for found in hashes if found], checkpoint)


def is_included(index: int, size: int, leaf: bytes, hashes: list[bytes], root: bytes) -> bool:
    """RFC 9162, section 2.1.3.2: climbing from the leaf along all hashes leads to the root."""
    if index >= size:
        return False
    node, last, found = index, size - 1, leaf
    for sibling in hashes:
        if last == 0:
            return False
        if node & 1 or node == last:
            found = hashlib.sha256(b"\x01" + sibling + found).digest()
            while node and not node & 1:
                node, last = node >> 1, last >> 1
        else:
            found = hashlib.sha256(b"\x01" + found + sibling).digest()
        node, last = node >> 1, last >> 1
    return last == 0 and found == root
