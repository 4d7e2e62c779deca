#!/usr/bin/env python3
"""Verify an evidence package of Helpdesk. One file, Python 3.8 or later, nothing else to install, no network.

    python verify.py [PACKAGE.zip | FOLDER] [--key VKEY ...] [--keys FILE] [--lang en|pl|de|fr|it] [--json]

Without a package it verifies the folder that it lies in. Exit codes:

    0  whole: every value that is shown is the recorded one, and nothing is missing
    1  altered: something is not as it was recorded
    2  incomplete: something is missing, but nothing that is there was changed
    3  the signing key is not trusted: name it with --key, from a source that you trust

What is checked, and against what:

    manifest.json   lists every file with its SHA-256; manifest.note is the operator's signature under it
    leaves.jsonl    the entries as the log holds them (RFC 8785 JSON), each chained to the one before it
    salts.json      the values behind the commitments HMAC-SHA-256(salt, "helpdesk/<kind>-<name>/v1" 00 value)
    proofs/         one C2SP .tlog-proof per entry: RFC 6962 inclusion under a checkpoint that the log signed
    receipts.json   the signed promise that was given with each entry, at the time that it names
    keys.txt        the public keys used; whether they are the operator's is for you to compare

The same checks, with the same codes, are made by verify.html in a browser.
"""

from __future__ import annotations

import argparse
import base64
import binascii
import hashlib
import hmac
import json
import re
import struct
import sys
import textwrap
from collections import Counter
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, BinaryIO, Iterable, Iterator, NamedTuple

FORMAT = "helpdesk-evidence/v1"
WHOLE, ALTERED, INCOMPLETE, UNTRUSTED = 0, 1, 2, 3
VERDICTS = ("whole", "altered", "incomplete", "untrusted")
DAY_US = 24 * 60 * 60 * 1_000_000
LARGEST = 2**53 - 1  # beyond it, readers that keep numbers as doubles would read another number
MAX_LEAF = 4096  # bytes
MAX_TEXT = 256 * 1024 * 1024  # bytes of a member that is read whole; files of a conversation are streamed
CHUNK = 1 << 20

# What each code means for the verdict; the sentences stand at the end of this file.
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


def verify(path: str | Path, keys: Iterable[str] = ()) -> Report:
    """Everything that is right or wrong with the package (a .zip or a folder), judged by the trusted `keys`.

    Each key is a vkey, `name+hash+base64`. Raises ValueError for a key that is none, OSError where nothing
    can be read at the path. What the package holds never raises.
    """
    report, trusted = Report(), [_Key.parse(key.strip()) for key in keys]
    try:
        with _opened(Path(path)) as source:
            _Check(source, report, trusted).run()
    except _Refused as refused:
        report.add(refused.code, name=refused.name, detail=refused.detail)
    return report


class _Refused(Exception):
    """What cannot be read any further."""

    def __init__(self, code: str, name: str = "", detail: str = "") -> None:
        super().__init__(code, name, detail)
        self.code, self.name, self.detail = code, name, detail


# ---------------------------------------------------------------------------------------------------------
# Ed25519, RFC 8032, verification only. Slower than a library, and the same on every machine.

_P = 2**255 - 19
_L = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, _P - 2, _P) % _P
_ROOT = pow(2, (_P - 1) // 4, _P)
_ZERO = (0, 1, 1, 0)


def _added(p: tuple[int, ...], q: tuple[int, ...]) -> tuple[int, ...]:
    """A point in extended coordinates (X, Y, Z, T) and one prepared as (Y+X, Y-X, 2Z, 2dT)."""
    x, y, z, t = p
    a, b = (y - x) * q[1] % _P, (y + x) * q[0] % _P
    c, d = t * q[3] % _P, z * q[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _prepared(p: tuple[int, ...]) -> tuple[int, ...]:
    x, y, z, t = p
    return (y + x) % _P, (y - x) % _P, 2 * z % _P, 2 * _D * t % _P


def _table(point: tuple[int, ...]) -> list[list[tuple[int, ...]]]:
    """The multiples 1 to 15 of 16^i times the point, for i from 0 to 63: a product is then 64 additions."""
    rows = []
    for _ in range(64):
        step, multiples = _prepared(point), [point]
        for _ in range(15):
            multiples.append(_added(multiples[-1], step))
        rows.append([_prepared(multiple) for multiple in multiples[:15]])
        point = multiples[15]
    return rows


def _plus_product(p: tuple[int, ...], scalar: int, table: list[list[tuple[int, ...]]]) -> tuple[int, ...]:
    """p + scalar times the table's point; the scalar is below 2^256."""
    for row in table:
        digit = scalar & 15
        if digit:
            p = _added(p, row[digit - 1])
        scalar >>= 4
    return p


def _encoded(p: tuple[int, ...]) -> bytes:
    inverse = pow(p[2], _P - 2, _P)
    x, y = p[0] * inverse % _P, p[1] * inverse % _P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def _decoded(data: bytes) -> tuple[int, ...] | None:
    """The point, or None for bytes that encode none in the one form that RFC 8032 has (section 5.1.3)."""
    number = int.from_bytes(data, "little")
    sign, y = number >> 255, number & (2**255 - 1)
    if y >= _P:
        return None
    u, v = (y * y - 1) % _P, (_D * y * y + 1) % _P
    x = u * pow(v, 3, _P) * pow(u * pow(v, 7, _P), (_P - 5) // 8, _P) % _P
    if (v * x * x - u) % _P:
        x = x * _ROOT % _P
    if (v * x * x - u) % _P or (x == 0 and sign):
        return None
    x = _P - x if x & 1 != sign else x
    return x, y, 1, x * y % _P


_tables: dict[bytes, list[list[tuple[int, ...]]] | None] = {}  # by public key; a package has few


def _table_against(public: bytes) -> list[list[tuple[int, ...]]] | None:
    """The multiples of the key's negative; None unless it is a point of the group of prime order."""
    if public not in _tables:
        point = _decoded(public) if len(public) == 32 else None
        table = point and _table((_P - point[0], point[1], 1, _P - point[3]))
        if table and _encoded(_plus_product(_ZERO, _L, table)) != _encoded(_ZERO):
            table = None
        _tables[public] = None if not table or public == _encoded(_ZERO) else table
    return _tables[public]


_BASE_BYTES = (4 * pow(5, _P - 2, _P) % _P).to_bytes(32, "little")


def _base_table() -> list[list[tuple[int, ...]]]:
    if b"" not in _tables:
        point = _decoded(_BASE_BYTES)
        _tables[b""] = _table(point) if point else None
    return _tables[b""] or []


def ed25519_verifies(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether R = [S]B - [k]A, with S below the group's order, and A and R in canonical form."""
    if len(signature) != 64 or len(public) != 32:
        return False
    s = int.from_bytes(signature[32:], "little")
    table = _table_against(public)
    if s >= _L or table is None:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % _L
    return _encoded(_plus_product(_plus_product(_ZERO, s, _base_table()), k, table)) == signature[:32]


# ---------------------------------------------------------------------------------------------------------
# Texts: strict JSON, canonical JSON, base64, hex


def _no_constant(text: str) -> Any:
    raise ValueError(text)


def _integer(text: str) -> int:
    if len(text) > 17 or text == "-0" or not -LARGEST <= int(text) <= LARGEST:
        raise ValueError("integer")
    return int(text)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs) or not all(name.isascii() for name in found):
        raise ValueError("names")
    return found


def _json(data: bytes, name: str) -> Any:
    """The content of strict JSON: no name twice, no floats, no lone surrogates, integers of 53 bits."""
    try:
        found = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_no_constant,
            parse_constant=_no_constant,
        )
        _canonical(found)  # refuses lone surrogates
    except (ValueError, RecursionError):
        raise _Refused("member.form", name, "json") from None
    return found


def _canonical(value: Any) -> bytes:
    """RFC 8785, for names in ASCII and numbers that are integers."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _canonical_json(data: bytes, name: str) -> Any:
    found = _json(data, name)
    if _canonical(found) != data:
        raise _Refused("member.form", name, "canonical")
    return found


def _base64(text: str) -> bytes | None:
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (ValueError, binascii.Error):
        return None
    return data if base64.b64encode(data).decode("ascii") == text else None


_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_HASH = re.compile(r"[0-9a-f]{64}")
_SIGNATURE = re.compile(r"[0-9a-f]{128}")
_DECIMAL = re.compile(r"0|[1-9][0-9]{0,15}")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
_SPACE = re.compile(r"[\x00-\x20\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")


def _is_text(value: Any, pattern: re.Pattern[str] | None = None) -> bool:
    return isinstance(value, str) and (pattern is None or pattern.fullmatch(value) is not None)


def _is_count(value: Any) -> bool:
    return type(value) is int and value >= 0


def _has(value: Any, *names: str, maybe: tuple[str, ...] = ()) -> bool:
    """Whether it is an object with these names and no others, but for those in `maybe`."""
    return isinstance(value, dict) and set(names) <= value.keys() <= {*names, *maybe}


def _must(condition: bool, name: str, detail: str) -> None:
    if not condition:
        raise _Refused("member.form", name, detail)


# ---------------------------------------------------------------------------------------------------------
# The package as files: a .zip whose members are stored as they are, or the folder it was unpacked into

_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9 ._()+,=@&'!~\[\]{}#%$-]*")
_LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", "__MACOSX"})  # left in folders by systems
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


def _check_name(name: str) -> str:
    """One folder deep at most, so that no name leads outside."""
    parts = name.split("/")
    if len(name) > 255 or len(parts) > 2 or not all(_NAME.fullmatch(part) for part in parts):
        raise _Refused("member.path", name[:120])
    return name


class _Source:
    """Members by name: size in bytes, and CRC-32 where one is stated."""

    def __init__(self) -> None:
        self.sizes: dict[str, int] = {}
        self.crcs: dict[str, int] = {}

    def __enter__(self) -> _Source:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is open."""

    def chunks(self, name: str) -> Iterator[bytes]:
        """The member's bytes."""
        raise NotImplementedError

    def read(self, name: str) -> bytes:
        """The member, whole."""
        if self.sizes[name] > MAX_TEXT:
            raise _Refused("member.form", name, "size")
        return b"".join(self.chunks(name))


class _Folder(_Source):
    def __init__(self, root: Path) -> None:
        super().__init__()
        self._root = root
        for path in [*root.iterdir(), *(inner for folder in root.iterdir() for inner in _inside(folder))]:
            name = path.relative_to(root).as_posix()
            if _LITTER & set(name.split("/")) or (path.is_dir() and not path.is_symlink()):
                continue
            if path.is_symlink() or not path.is_file():
                raise _Refused("member.path", name[:120])
            self.sizes[_check_name(name)] = path.stat().st_size

    def chunks(self, name: str) -> Iterator[bytes]:
        with (self._root / name).open("rb") as file:
            yield from iter(lambda: file.read(CHUNK), b"")


def _inside(folder: Path) -> list[Path]:
    """What lies in the folder and in those below it; links are not followed."""
    if folder.is_symlink() or not folder.is_dir():
        return []
    return [found for path in folder.iterdir() for found in (path, *_inside(path))]


class _Zip(_Source):
    """Every byte of the file belongs to a member or to a header that cannot be otherwise."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file = file
        self._starts: dict[str, int] = {}
        self._total = file.seek(0, 2)
        count, size, offset = self._end()
        directory, at, place = self._at(offset, size), 0, 0
        shared: set[tuple[int, ...]] = set()
        for _ in range(count):
            at, place = self._member(directory, at, place, shared)
        if at != size or place != offset or len(shared) > 1:
            raise _Refused("package.zip", detail="directory")

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def _at(self, offset: int, size: int) -> bytes:
        self._file.seek(offset)
        data = self._file.read(size)
        if len(data) != size:
            raise _Refused("package.zip", detail="truncated")
        return data

    def _end(self) -> tuple[int, int, int]:
        if self._total < _END.size:
            raise _Refused("package.zip", detail="truncated")
        mark, disk, first, here, count, size, offset, comment = _END.unpack(
            self._at(self._total - _END.size, _END.size)
        )
        if mark != b"PK\x05\x06" or (disk, first, comment) != (0, 0, 0) or here != count:
            raise _Refused("package.zip", detail="end")
        if offset + size != self._total - _END.size:
            raise _Refused("package.zip", detail="directory")
        return count, size, offset

    def _member(self, directory: bytes, at: int, place: int, shared: set[tuple[int, ...]]) -> tuple[int, int]:
        """The places behind this member, in the directory and in the file."""
        if len(directory) - at < _CENTRAL.size:
            raise _Refused("package.zip", detail="directory")
        mark, *fields = _CENTRAL.unpack_from(directory, at)
        made, needed, flags, method, time, date, crc, packed, size, length, *rest = fields
        extra, comment, disk, inner, outer, offset = rest
        at += _CENTRAL.size
        raw = directory[at : at + length]
        if mark != b"PK\x01\x02" or len(raw) != length or offset != place:
            raise _Refused("package.zip", detail="directory")
        if method or packed != size or flags & ~0x800 or (extra, comment, disk, inner) != (0, 0, 0, 0):
            raise _Refused("package.zip", detail="not stored")
        local = _LOCAL.pack(b"PK\x03\x04", needed, flags, method, time, date, crc, packed, size, length, 0)
        if self._at(place, _LOCAL.size + length) != local + raw:
            raise _Refused("package.zip", detail="header")
        shared.add((made, needed, flags, outer))
        start = place + _LOCAL.size + length
        if start + size > self._total:
            raise _Refused("package.zip", detail="truncated")
        self._take(raw, start, size, crc)
        return at + length, start + size

    def _take(self, raw: bytes, start: int, size: int, crc: int) -> None:
        name = _check_name(raw.decode("latin-1"))
        if name in self.sizes:
            raise _Refused("member.duplicate", name)
        self.sizes[name], self.crcs[name], self._starts[name] = size, crc, start

    def chunks(self, name: str) -> Iterator[bytes]:
        at, left = self._starts[name], self.sizes[name]
        while left:
            data = self._at(at, min(left, CHUNK))
            at, left = at + len(data), left - len(data)
            yield data


def _opened(path: Path) -> _Source:
    if path.is_dir():
        return _Folder(path)
    file = path.open("rb")
    try:
        return _Zip(file)
    except _Refused:
        file.close()
        raise


# ---------------------------------------------------------------------------------------------------------
# Keys, signed notes, checkpoints and proofs, as C2SP describes them

_NOTE_KEY, _COSIGNATURE = 1, 4
_RECEIPTS = "/receipts"  # what the name of a receipt key adds to its log's
_VKEY = re.compile(r"([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)")


def _key_id(name: str, kind: int, public: bytes) -> bytes:
    return hashlib.sha256(name.encode("utf-8") + b"\n" + bytes([kind]) + public).digest()[:4]


class _Key(NamedTuple):
    name: str
    kind: int
    public: bytes

    @classmethod
    def parse(cls, vkey: str) -> _Key:
        """From `name+hash+base64`. Raises ValueError."""
        found = _VKEY.fullmatch(vkey)
        material = _base64(found.group(3)) if found else None
        if not found or not material or len(material) != 33 or material[0] not in (_NOTE_KEY, _COSIGNATURE):
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
    return bool(name) and "+" not in name and not _SPACE.search(name)


def fingerprint(public: bytes) -> str:
    """SHA-256 of the 32 public bytes, in groups of four hex digits, for people to compare."""
    digest = hashlib.sha256(public).hexdigest()
    return " ".join(digest[place : place + 4] for place in range(0, 64, 4))


class _Line(NamedTuple):
    name: str
    id: bytes
    signature: bytes


def _note(data: bytes) -> tuple[str, list[_Line]]:
    """Text and signature lines of a signed note. Raises ValueError(reason); no signature is verified."""
    if len(data) > 1_000_000:
        raise ValueError("size")
    whole = data.decode("utf-8")
    if _CONTROL.search(whole) or not whole.endswith("\n"):
        raise ValueError("characters")
    text, separator, rest = whole.rpartition("\n\n")
    rows = rest[:-1].split("\n")
    if not separator or not rest or len(rows) > 100:
        raise ValueError("separator")
    return text + "\n", [_line(row) for row in rows]


def _line(row: str) -> _Line:
    name, space, encoded = row[2:].partition(" ")
    data = _base64(encoded)
    if row[:2] != "\u2014 " or not space or not _is_key_name(name) or not data or len(data) <= 4:
        raise ValueError("signature line")
    return _Line(name, data[:4], data[4:])


def _signers(text: str, lines: list[_Line], keys: Iterable[_Key]) -> list[_Key]:
    """The known keys that signed. Raises ValueError where one signed twice or wrongly: all must hold."""
    known = {(key.name, key.id): key for key in keys}
    ours = [(known[line.name, line.id], line) for line in lines if (line.name, line.id) in known]
    if len({key for key, _ in ours}) < len(ours):
        raise ValueError("a key signed twice")
    for key, line in ours:
        if not key.signed(text, line.signature):
            raise ValueError("signature of " + key.name)
    return [key for key, _ in ours]


class _Head(NamedTuple):
    """A tree head that the log itself signed."""

    origin: str
    size: int
    root: bytes
    signers: list[_Key]


def _checkpoint(data: bytes, keys: Iterable[_Key]) -> _Head:
    """The tree head of a signed checkpoint. Raises ValueError(reason)."""
    text, lines = _note(data)
    rows = text[:-1].split("\n")
    if len(rows) < 3 or not all(rows) or not _DECIMAL.fullmatch(rows[1]):
        raise ValueError("lines")
    root = _base64(rows[2])
    if root is None or len(root) != 32:
        raise ValueError("root")
    signers = _signers(text, lines, keys)
    if not any(key.kind == _NOTE_KEY and key.name == rows[0] for key in signers):
        raise ValueError("not signed by a known key of the log")
    return _Head(rows[0], int(rows[1]), root, signers)


class _Proof(NamedTuple):
    place: int
    hashes: list[bytes]
    checkpoint: bytes


def _proof(data: bytes) -> _Proof:
    """A `.tlog-proof` by its form. Raises ValueError(reason)."""
    head, separator, checkpoint = data.partition(b"\n\n")
    rows = head.decode("utf-8").split("\n")
    if rows.pop(0) != "c2sp.org/tlog-proof@v1" or not separator:
        raise ValueError("header")
    if rows and rows[0].startswith("extra ") and not _base64(rows.pop(0)[6:]):
        raise ValueError("extra")
    if not rows or not rows[0].startswith("index ") or not _DECIMAL.fullmatch(rows[0][6:]):
        raise ValueError("index")
    hashes = [_base64(row) for row in rows[1:]]
    if len(hashes) > 63 or any(found is None or len(found) != 32 for found in hashes):
        raise ValueError("hashes")
    return _Proof(int(rows[0][6:]), [found for found in hashes if found], checkpoint)


def _included(index: int, size: int, leaf: bytes, hashes: list[bytes], root: bytes) -> bool:
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


# ---------------------------------------------------------------------------------------------------------
# Leaves


class _Leaf(NamedTuple):
    """An entry as the log holds it, and the place that is claimed for it in the log of `origin`.

    `loose`: of a chain that is not handed out.
    """

    id: str
    chain: str
    n: int
    at: int
    kind: str
    content: dict[str, Any]
    hash: bytes
    place: int | None
    origin: str
    loose: bool

    @property
    def commitments(self) -> dict[str, str]:
        """By the name of the value, the author first."""
        return {"by": self.content["by"]["c"], **dict(sorted(self.content["c"].items()))}

    @property
    def role(self) -> str:
        """The side that acted."""
        return str(self.content["by"]["role"])


_PARTS = ("at", "by", "c", "chain", "f", "id", "n", "prev", "ref", "t", "v")


def _is_leaf(found: Any) -> bool:
    """Whether it has the closed shape of leaf v1."""
    return (
        _has(found, *_PARTS, maybe=("seller", "pair"))
        and type(found["v"]) is int
        and found["v"] == 1
        and type(found["at"]) is int
        and _is_count(found["n"])
        and _is_text(found["t"])
        and all(_is_text(found[name], _UUID) for name in ("id", "chain"))
        and all(_is_text(found[name], _UUID) for name in ("seller", "pair") if name in found)
        and (found["prev"] == "" if found["n"] == 0 else _is_text(found["prev"], _HASH))
        and _has_clear_parts(found)
    )


def _has_clear_parts(found: dict[str, Any]) -> bool:
    by, refs = found["by"], found["ref"]
    return (
        _has(by, "c", "role")
        and _is_text(by["role"])
        and _is_text(by["c"], _HASH)
        and isinstance(found["c"], dict)
        and all(_is_text(value, _HASH) for value in found["c"].values())
        and "by" not in found["c"]
        and isinstance(found["f"], dict)
        and all(isinstance(value, str) or type(value) is int for value in found["f"].values())
        and isinstance(refs, list)
        and all(isinstance(ref, list) and len(ref) == 2 for ref in refs)
        and all(_is_text(how) and _is_text(entry, _UUID) for how, entry in refs)
    )


def _leaf(line: bytes) -> _Leaf | None:
    """The leaf of one line of leaves.jsonl; None where line or leaf are not as they are written."""
    try:
        row = _json(line, "")
        data = row["leaf"].encode("utf-8")
        leaf = _canonical_json(data, "")
    except (_Refused, KeyError, TypeError, AttributeError):
        return None
    if not _has(row, "chain", "n", "index", "leaf", maybe=("origin", "loose")) or len(data) > MAX_LEAF:
        return None
    index, origin, loose = row["index"], row.get("origin") or "", row.get("loose", False)
    fits = _is_leaf(leaf) and type(row["n"]) is int and (row["chain"], row["n"]) == (leaf["chain"], leaf["n"])
    placed = _is_count(index) and origin if index is not None else True
    if not fits or not placed or not isinstance(origin, str) or not isinstance(loose, bool):
        return None
    digest = hashlib.sha256(b"\x00" + data).digest()
    at = (leaf["id"], leaf["chain"], leaf["n"], leaf["at"], leaf["t"])
    return _Leaf(*at, content=leaf, hash=digest, place=index, origin=origin, loose=loose)


# ---------------------------------------------------------------------------------------------------------
# The checks, one after the other

_REQUIRED = ("manifest.note", "leaves.jsonl", "salts.json", "receipts.json", "keys.txt", "conversation.json")
_KNOWN = re.compile(
    r"checkpoint|manifest\.(?:json|note)|leaves\.jsonl|salts\.json|receipts\.json|keys\.txt|README\.txt"
    r"|conversation(?:\.[a-z]{2})?\.(?:json|pdf)|verify\.(?:py|html)"
)
_ATTACHED = re.compile(r"attachments/([0-9a-f-]{36})-([0-9]{1,3})-.+")
_LOOSE = ("key",)  # entries of other chains that a package needs: they publish keys
_FILE = re.compile(r"file-([1-9][0-9]{0,2})")
_FILE_PARTS = ("digest", "name", "size", "type")


class _Check:
    """One run over one package. Each method adds what it finds to the report."""

    def __init__(self, source: _Source, report: Report, trusted: list[_Key]) -> None:
        self.source, self.report, self.trusted = source, report, trusted
        self.manifest: dict[str, Any] = {}
        self.raw_manifest = b""
        self.digests: dict[str, str] = {}  # of the members, by name
        self.used: set[str] = {"manifest.json"}  # members that mean something
        self.keyring: list[_Key] = []
        self.leaves: dict[str, _Leaf] = {}  # by entry, in the order of the file
        self.values: dict[tuple[str, str], tuple[str, bytes]] = {}  # state and value, by entry and name
        self.files: dict[tuple[str, str], tuple[str, str]] = {}  # state and member, by entry and name
        self.heads: dict[bytes, _Head | None] = {}  # by the note's bytes: each is verified once
        self.proved: dict[str, _Head] = {}  # by entry

    def run(self) -> None:
        """All checks, in an order in which each can rely on those before it."""
        self._read_manifest()
        self._check_members()
        for step in (
            self._read_keys,
            self._read_leaves,
            self._check_chains,
            self._check_values,
            self._check_files,
            self._check_proofs,
            self._check_receipts,
            self._check_note,
            self._check_conversation,
            self._check_strangers,
        ):
            try:
                step()
            except _Refused as refused:
                self.report.add(refused.code, name=refused.name, detail=refused.detail)
        self._check_trust()
        self._tell()

    def _bytes(self, name: str) -> bytes | None:
        """A member; None where it is not there, which is a finding where the format requires it."""
        self.used.add(name)
        if name in self.source.sizes:
            return self.source.read(name)
        return None

    # -- manifest and members

    def _read_manifest(self) -> None:
        data = self._bytes("manifest.json")
        if data is None:
            raise _Refused("member.missing", "manifest.json")
        found = _canonical_json(data, "manifest.json")
        _must(_has(found, "format", "conversation", "made_at", "chains", "files"), "manifest.json", "shape")
        _must(found["format"] == FORMAT, "manifest.json", "format")
        _must(
            _is_text(found["conversation"], _UUID) and _is_count(found["made_at"]), "manifest.json", "shape"
        )
        _must(
            isinstance(found["chains"], list) and isinstance(found["files"], dict), "manifest.json", "shape"
        )
        for chain in found["chains"]:
            _must(_is_chain(chain), "manifest.json", "chains")
        for file in found["files"].values():
            fits = (
                _has(file, "size", "sha256") and _is_count(file["size"]) and _is_text(file["sha256"], _HASH)
            )
            _must(fits, "manifest.json", "files")
        shared = [chain["chain"] for chain in found["chains"] if chain["name"] == "shared"]
        _must(shared == [found["conversation"]], "manifest.json", "conversation")
        self.manifest, self.raw_manifest = found, data

    def _check_members(self) -> None:
        """Every member is listed with its size and digest, every listed one is there, none is unknown."""
        listed = self.manifest["files"]
        for name in sorted(self.source.sizes.keys() - listed.keys() - {"manifest.json", "manifest.note"}):
            self.report.add("member.extra", name=name)
        for name in sorted({*listed, *_REQUIRED} - self.source.sizes.keys()):
            self.report.add("member.missing", name=name)
        for name in sorted(self.source.sizes):
            self._check_member(name, listed.get(name))

    def _check_member(self, name: str, listed: dict[str, Any] | None) -> None:
        digest, crc = hashlib.sha256(), 0
        for data in self.source.chunks(name):
            digest.update(data)
            crc = binascii.crc32(data, crc)
        self.digests[name] = digest.hexdigest()
        stated = {"size": self.source.sizes[name], "sha256": self.digests[name]}
        if (listed is not None and listed != stated) or self.source.crcs.get(name, crc) != crc:
            self.report.add("member.altered", name=name)

    def _check_strangers(self) -> None:
        """Members that are listed, but that nothing in the package explains."""
        for name in sorted(self.source.sizes.keys() & self.manifest["files"].keys() - self.used):
            if _ATTACHED.fullmatch(name):
                self.report.add("file.extra", name=name)
            elif not _KNOWN.fullmatch(name):
                self.report.add("member.extra", name=name)

    # -- keys and leaves

    def _read_keys(self) -> None:
        data = self._bytes("keys.txt") or b""
        try:
            rows = data.decode("utf-8").split("\n")
            if rows.pop() or len(rows) > 1000:
                raise ValueError("lines")
            self.keyring = [_Key.parse(row) for row in rows if row and not row.startswith("#")]
        except ValueError:
            raise _Refused("member.form", "keys.txt", "keys") from None
        finally:
            self.keyring = [*dict.fromkeys([*self.keyring, *self.trusted])]

    def _read_leaves(self) -> None:
        rows = (self._bytes("leaves.jsonl") or b"").split(b"\n")
        if rows.pop():
            raise _Refused("member.form", "leaves.jsonl", "last line")
        for number, row in enumerate(rows, start=1):
            leaf = _leaf(row)
            if leaf is None or (leaf.loose and leaf.kind not in _LOOSE):
                self.report.add("leaf.form", name="leaves.jsonl", line=number)
            elif leaf.id in self.leaves:
                self.report.add("leaf.twice", leaf.id)
            else:
                self.leaves[leaf.id] = leaf

    @property
    def told(self) -> list[_Leaf]:
        """The leaves of the conversation's chains."""
        return [leaf for leaf in self.leaves.values() if not leaf.loose]

    def _check_chains(self) -> None:
        """Each chain runs from 0 to the head that the manifest states, each leaf naming the one before it."""
        by_chain: dict[str, list[_Leaf]] = {chain["chain"]: [] for chain in self.manifest["chains"]}
        for leaf in self.told:
            if leaf.chain in by_chain:
                by_chain[leaf.chain].append(leaf)
            else:
                self.report.add("chain.unlisted", leaf.id, n=leaf.n)
        for chain in self.manifest["chains"]:
            self._check_chain(chain, by_chain[chain["chain"]])
        self._check_parties()

    def _check_chain(self, chain: dict[str, Any], leaves: list[_Leaf]) -> None:
        before: _Leaf | None = None
        for leaf in leaves:
            self._check_link(leaf, before, chain["name"])
            before = leaf
        last = before.n if before else -1
        if last < chain["head"]:
            self.report.add("chain.tail", name=chain["name"], first=last + 1, last=chain["head"])
        elif before and (last > chain["head"] or before.hash.hex() != chain["hash"]):
            self.report.add("chain.head", before.id, chain["name"], n=chain["head"])

    def _check_link(self, leaf: _Leaf, before: _Leaf | None, name: str) -> None:
        due = before.n + 1 if before else 0
        if leaf.n > due:
            self.report.add("chain.gap", leaf.id, name, first=due, last=leaf.n - 1)
        elif leaf.n < due or leaf.content["prev"] != (before.hash.hex() if before else ""):
            self.report.add("chain.link", leaf.id, name, n=leaf.n)
        if before and leaf.at <= before.at:
            self.report.add("chain.time", leaf.id, name, n=leaf.n)

    def _check_parties(self) -> None:
        """All leaves of a conversation stand between the same seller and the same buyer."""
        first = next(iter(self.told), None)
        for leaf in self.told:
            if first and any(
                leaf.content.get(name) != first.content.get(name) for name in ("seller", "pair")
            ):
                self.report.add("chain.party", leaf.id, n=leaf.n)

    # -- values and files

    def _check_values(self) -> None:
        data = self._bytes("salts.json")
        salts = _canonical_json(data, "salts.json") if data is not None else {}
        _must(
            isinstance(salts, dict) and all(isinstance(s, dict) for s in salts.values()),
            "salts.json",
            "shape",
        )
        erased = {
            (leaf.chain, entry)
            for leaf in self.told
            for how, entry in leaf.content["ref"]
            if leaf.kind == "erased" and how == "erases"
        }
        for entry in sorted(salts.keys() - self.leaves.keys()):
            self.report.add("value.extra", entry)
        for leaf in self.leaves.values():
            given = salts.get(leaf.id, {})
            for name in sorted(given.keys() - leaf.commitments.keys()):
                self.report.add("value.extra", leaf.id, name, n=leaf.n)
            for name, commitment in leaf.commitments.items():
                if name in given or not leaf.loose:
                    code, value = _opened_value(leaf, name, commitment, given.get(name))
                    if code == "value.erased" and (leaf.chain, leaf.id) not in erased:
                        code = "value.not_erased"
                    self.report.add(code, leaf.id, name, n=leaf.n)
                    self.values[leaf.id, name] = (self.report.rows[-1].state, value)

    def _check_files(self) -> None:
        """The bytes of each file give the digest and the size that the message committed."""
        members: dict[tuple[str, str], list[str]] = {}
        for name in sorted(self.source.sizes):
            found = _ATTACHED.fullmatch(name)
            if found:
                members.setdefault((found.group(1), "file-" + found.group(2)), []).append(name)
        for leaf in self.leaves.values():
            for name in filter(_FILE.fullmatch, leaf.commitments):
                self._check_file(leaf, name, members.get((leaf.id, name), []))

    def _check_file(self, leaf: _Leaf, name: str, there: list[str]) -> None:
        state, value = self.values.get((leaf.id, name), ("missing", b""))
        if state in ("missing", "altered"):
            self.used.update(there)  # nothing can be said of it
            return
        found = self._file_state(value, there) if state == "verified" else state
        if state == "verified":
            self.used.update(there[:1])
        self.report.add("file." + found, leaf.id, name, member=there[0] if there else "")
        self.files[leaf.id, name] = (found, there[0] if there and found == "verified" else "")

    def _file_state(self, value: bytes, members: list[str]) -> str:
        said = _file_said(value)
        if said is None:
            return "altered"
        if not members:
            return "missing"
        size, digest = self.source.sizes[members[0]], self.digests[members[0]]
        return "verified" if (said["size"], said["digest"]) == (size, digest) else "altered"

    # -- proofs and receipts

    def _head(self, data: bytes, name: str) -> _Head | None:
        """The tree head of a checkpoint; what is wrong with it is said once."""
        if data not in self.heads:
            self.heads[data] = None
            try:
                self.heads[data] = _checkpoint(data, self.keyring)
            except ValueError as error:
                detail = "utf-8" if isinstance(error, UnicodeError) else str(error)
                self.report.add("checkpoint.wrong", name=name, detail=detail)
        return self.heads[data]

    def _check_proofs(self) -> None:
        places = Counter((leaf.origin, leaf.place) for leaf in self.leaves.values())
        for leaf in self.leaves.values():
            self._check_proof(leaf, places[leaf.origin, leaf.place] > 1)
        newest = self._bytes("checkpoint")
        if newest is not None:
            self._head(newest, "checkpoint")
        elif self.proved:
            self.report.add("member.missing", name="checkpoint")
        self._check_split()

    def _check_proof(self, leaf: _Leaf, crowded: bool) -> None:
        name = "proofs/" + leaf.id + ".tlog-proof"
        data = self._bytes(name)
        if data is None or leaf.place is None:
            late = leaf.at + DAY_US < self.manifest["made_at"]
            self.report.add("proof.missing" if late else "proof.pending", leaf.id, n=leaf.n)
            return
        try:
            proof = _proof(data)
        except ValueError:
            self.report.add("member.form", name=name, detail="proof")
            return
        head = self._head(proof.checkpoint, name)
        if head is None:
            return
        fits = (proof.place, head.origin) == (leaf.place, leaf.origin) and not crowded
        if fits and _included(proof.place, head.size, leaf.hash, proof.hashes, head.root):
            self.proved[leaf.id] = head
        else:
            self.report.add("proof.wrong", leaf.id, name, n=leaf.n)

    def _check_split(self) -> None:
        """A log that signed two roots for one size has two histories."""
        roots: dict[tuple[str, int], bytes] = {}
        for head in self.heads.values():
            if head and roots.setdefault((head.origin, head.size), head.root) != head.root:
                self.report.add("checkpoint.split", name=head.origin, size=head.size)

    def _receipt_keys(self) -> dict[str, tuple[bytes, _Leaf]]:
        """The keys that `key` entries publish for receipts, by the id that their own bytes give them."""
        found: dict[str, tuple[bytes, _Leaf]] = {}
        for leaf in self.leaves.values():
            facts = leaf.content["f"]
            if leaf.loose and facts.get("use") == "receipt" and _is_text(facts.get("public"), _HASH):
                public = bytes.fromhex(facts["public"])
                found.setdefault(hashlib.sha256(public).hexdigest()[:16], (public, leaf))
        return found

    def _check_receipts(self) -> None:
        data = self._bytes("receipts.json")
        receipts = _json(data, "receipts.json") if data is not None else {}
        _must(isinstance(receipts, dict), "receipts.json", "shape")
        keys = self._receipt_keys()
        for entry in sorted(receipts.keys() - self.leaves.keys()):
            self.report.add("receipt.extra", entry)
        for leaf in self.leaves.values():
            if leaf.id in receipts:
                code = _receipt_code(leaf, receipts[leaf.id], keys)
                if code:
                    self.report.add(code, leaf.id, n=leaf.n)
            elif leaf.id not in self.proved:
                self.report.add("receipt.missing", leaf.id, n=leaf.n)

    # -- the operator's word, and what people read

    def _check_note(self) -> None:
        """The receipt key signed what the manifest says: the chains were complete up to their heads."""
        data = self._bytes("manifest.note")
        if data is None:
            return
        digest = hashlib.sha256(self.raw_manifest).hexdigest()
        said = [FORMAT, self.manifest["conversation"], digest, str(self.manifest["made_at"]), ""]
        try:
            text, lines = _note(data)
            if text != "\n".join(said):
                raise ValueError("text")
            names = {leaf.origin + _RECEIPTS for leaf in self.leaves.values()} | {
                key.name for key in self.keyring
            }
            keys = [
                _Key(line.name, _NOTE_KEY, public)
                for public, _ in self._receipt_keys().values()
                for line in lines
                if line.name in names and line.name.endswith(_RECEIPTS)
            ]
            if not _signers(text, lines, {*keys}):
                raise ValueError("not signed by a receipt key that the log published")
        except ValueError as error:
            detail = "utf-8" if isinstance(error, UnicodeError) else str(error)
            self.report.add("manifest.note", name="manifest.note", detail=detail)

    def _check_conversation(self) -> None:
        """Every word that people read stands in a leaf, or in a value that a leaf commits."""
        data = self._bytes("conversation.json")
        if data is None:
            return
        found = _canonical_json(data, "conversation.json")
        _must(isinstance(found, dict), "conversation.json", "shape")
        plain = [found.get(name, "") for name in found.keys() - {"messages", "events"}]
        _must(
            found.keys() <= _HEADINGS and all(_is_text(text) for text in plain), "conversation.json", "shape"
        )
        self.report.facts.update(
            {name: found[name] for name in sorted(found.keys() & _HEADINGS - {"messages", "events"})}
        )
        shared = self.manifest["conversation"]
        said = [leaf for leaf in self.told if leaf.chain == shared and leaf.kind == "message"]
        beside = [leaf for leaf in self.told if leaf.chain != shared or leaf.kind != "message"]
        self._hold("messages", found.get("messages"), said)
        self._hold("events", found.get("events"), beside)
        buyer = self._buyer([leaf for leaf in said if leaf.role == "buyer"])
        if buyer is not _UNKNOWN and found.get("buyer") != buyer:
            self.report.add("conversation.differs", name="buyer", field="buyer")

    def _buyer(self, leaves: list[_Leaf]) -> Any:
        """The name over all: the one under which the buyer wrote last; None while one is kept back."""
        states = {self.values.get((leaf.id, "by"), ("missing", b""))[0] for leaf in leaves}
        if states & {"missing", "altered"}:
            return _UNKNOWN
        return None if not leaves or states & {"erased", "withheld"} else self._name(leaves[-1]) or None

    def _hold(self, part: str, told: Any, leaves: list[_Leaf]) -> None:
        """What is told, one by one, against what was recorded."""
        fits = isinstance(told, list) and all(isinstance(row, dict) for row in told)
        _must(fits and all(_is_text(row.get("entry")) for row in told), "conversation.json", part)
        by_entry = {row["entry"]: row for row in told}
        known = {leaf.id for leaf in leaves}
        for entry in [row["entry"] for row in told if row["entry"] not in known]:
            self.report.add("conversation.extra", entry)
        if len(by_entry) < len(told) or [e for e in by_entry if e in known] != [
            leaf.id for leaf in leaves if leaf.id in by_entry
        ]:
            self.report.add("conversation.differs", name=part, field="order")
        for leaf in leaves:
            if leaf.id not in by_entry:
                self.report.add("conversation.missing", leaf.id, n=leaf.n)
                continue
            recorded = self._message(leaf) if part == "messages" else self._event(leaf)
            self._compare(leaf, by_entry[leaf.id], recorded)

    def _compare(self, leaf: _Leaf, told: dict[str, Any], recorded: dict[str, Any]) -> None:
        for field in sorted(told.keys() | recorded.keys()):
            if recorded.get(field) is _UNKNOWN or (field in _LATER and field not in told):
                continue
            fits = (
                field in told and field in recorded and _canonical(told[field]) == _canonical(recorded[field])
            )
            if not fits:
                self.report.add("conversation.differs", leaf.id, field, field=field, n=leaf.n)

    def _message(self, leaf: _Leaf) -> dict[str, Any]:
        """A message as conversation.json must tell it."""
        language = leaf.content["f"].get("language", "")
        names = sorted((n for n in leaf.commitments if n.startswith("file-")), key=lambda n: (len(n), n))
        files = [self._file(leaf, name) for name in names]
        return {
            "at": leaf.at,
            "entry": leaf.id,
            "files": _UNKNOWN if _UNKNOWN in files else files,
            "language": str(language),
            "n": leaf.n,
            **{name: leaf.content["f"][name] for name in _LATER if name in leaf.content["f"]},
            **self._author(leaf),
            **self._text(leaf),
        }

    def _text(self, leaf: _Leaf) -> dict[str, Any]:
        state, value = self.values.get((leaf.id, "body"), ("missing", b""))
        if state in ("erased", "withheld"):
            return {"state": state}
        return (
            {"text": _decoded_text(value)} if state == "verified" else {"text": _UNKNOWN, "state": _UNKNOWN}
        )

    def _author(self, leaf: _Leaf) -> dict[str, Any]:
        state = self.values.get((leaf.id, "by"), ("missing", b""))[0]
        if state in ("erased", "withheld"):
            return {"side": leaf.role, "name_state": state}
        name = self._name(leaf)
        known = {"name": name} if state == "verified" and name is not None else {}
        return {"side": leaf.role, **(known or {"name": _UNKNOWN, "name_state": _UNKNOWN})}

    def _name(self, leaf: _Leaf) -> str | None:
        """The author's name as the others saw it then; None where it is not shown."""
        state, value = self.values.get((leaf.id, "by"), ("missing", b""))
        try:
            name = _json(value, "by").get("name") if state == "verified" else None
        except (_Refused, AttributeError):
            return None
        return name if isinstance(name, str) else None

    def _file(self, leaf: _Leaf, name: str) -> Any:
        state, value = self.values.get((leaf.id, name), ("missing", b""))
        said = _file_said(value) if state == "verified" else None
        if state in ("erased", "withheld"):
            return {"value": name, "state": state}
        if said is None:
            return _UNKNOWN
        member = self.files.get((leaf.id, name), ("", ""))[1]
        if not member:
            return _UNKNOWN
        told = {"name": said["name"], "sha256": said["digest"], "size": said["size"], "type": said["type"]}
        return {**told, "value": name, "path": member}

    def _event(self, leaf: _Leaf) -> dict[str, Any]:
        """Any other entry as conversation.json must tell it."""
        values = {name: self.values.get((leaf.id, name), ("missing", b"")) for name in leaf.content["c"]}
        texts = {n: _decoded_text(value) for n, (state, value) in values.items() if state == "verified"}
        unsure = any(state in ("missing", "altered") for state, _ in values.values())
        return {
            "at": leaf.at,
            "chain": leaf.chain,
            "entry": leaf.id,
            "facts": leaf.content["f"],
            "kind": leaf.kind,
            "n": leaf.n,
            "texts": _UNKNOWN if unsure else {n: text for n, text in texts.items() if text is not None},
            **self._author(leaf),
        }

    # -- whose word all this is

    def _check_trust(self) -> None:
        """All rests on the keys that signed: the log's, and those for receipts that the log published."""
        heads = {id(head): head for head in self.heads.values() if head}.values()
        signers = {key for head in heads for key in head.signers}
        logs = {
            key for head in heads for key in head.signers if (key.kind, key.name) == (_NOTE_KEY, head.origin)
        }
        for key in sorted(signers):
            use = "log" if key in logs else "witness"
            self.report.keys.append(KeyUsed(key.vkey, use, fingerprint(key.public), key in self.trusted))
        for key in sorted(logs - {*self.trusted}):
            self._distrust(key.name, key.public)
        self._check_receipt_trust()

    def _check_receipt_trust(self) -> None:
        direct = {key.public for key in self.trusted if key.name.endswith(_RECEIPTS)}
        for public, leaf in self._receipt_keys().values():
            head = self.proved.get(leaf.id)
            vouched = head and {key for key in head.signers if key.name == head.origin} & {*self.trusted}
            name = (leaf.origin or self._origin()) + _RECEIPTS
            key = _Key(name, _NOTE_KEY, public)
            trusted = public in direct or bool(vouched)
            self.report.keys.append(KeyUsed(key.vkey, "receipts", fingerprint(public), trusted))
            if not trusted and not head:
                self._distrust(name, public, "key.receipts")
        if not any(key.use in ("log", "receipts") for key in self.report.keys):
            self.report.add("key.not_given" if not self.trusted else "key.untrusted", name="", fingerprint="")

    def _origin(self) -> str:
        """The log that keys.txt speaks of."""
        names = [key.name for key in self.keyring if key.kind == _NOTE_KEY]
        return next((n[: -len(_RECEIPTS)] if n.endswith(_RECEIPTS) else n for n in names), "")

    def _distrust(self, name: str, public: bytes, code: str = "key.untrusted") -> None:
        address = "https://" + name.partition("/")[0] + "/keys"
        code = code if self.trusted else "key.not_given"
        self.report.add(code, name=name, fingerprint=fingerprint(public), address=address)

    def _tell(self) -> None:
        """What the package is, and its messages as they are proved."""
        values = [state for state, _ in self.values.values()]
        newest = max((head for head in self.heads.values() if head), key=lambda head: head.size, default=None)
        self.report.facts.update(
            {
                "conversation": self.manifest["conversation"],
                "made_at": self.manifest["made_at"],
                "chains": [
                    [chain["name"], chain["audience"], chain["head"]] for chain in self.manifest["chains"]
                ],
                "entries": len(self.told),
                "proved": sum(leaf.id in self.proved for leaf in self.told),
                "values": {state: values.count(state) for state in STATES},
                "log_size": newest.size if newest else 0,
                "log": newest.origin if newest else "",
                "witnesses": sum(key.use == "witness" for key in self.report.keys),
            }
        )
        shared = self.manifest["conversation"]
        for leaf in self.told:
            if leaf.chain == shared and leaf.kind == "message":
                self.report.messages.append(self._told(leaf))

    def _told(self, leaf: _Leaf) -> dict[str, Any]:
        body = self.values.get((leaf.id, "body"), ("missing", b""))
        author = self.values.get((leaf.id, "by"), ("missing", b""))
        return {
            "entry": leaf.id,
            "n": leaf.n,
            "at": leaf.at,
            "side": leaf.role,
            "language": str(leaf.content["f"].get("language", "")),
            "proved": leaf.id in self.proved,
            "name": {"state": author[0], "text": self._name(leaf) or ""},
            "text": {"state": body[0], "text": _decoded_text(body[1]) or ""},
            "files": [
                {"name": name, "state": self.files.get((leaf.id, name), self.values[leaf.id, name])[0]}
                for name in leaf.commitments
                if _FILE.fullmatch(name) and (leaf.id, name) in self.values
            ],
        }


STATES = ("verified", "erased", "withheld", "missing", "altered")
_LATER = ("reason", "line")  # packages made earlier do not tell them; whoever does tells them as recorded
_UNKNOWN = object()  # what a value that is not there, or not the recorded one, cannot tell
_HEADINGS = frozenset(
    {"title", "order", "offer", "market", "seller", "buyer", "language", "messages", "events"}
)


def _is_chain(chain: Any) -> bool:
    return (
        _has(chain, "chain", "name", "audience", "head", "hash")
        and _is_text(chain["chain"], _UUID)
        and _is_text(chain["name"])
        and _is_count(chain["audience"])
        and _is_count(chain["head"])
        and _is_text(chain["hash"], _HASH)
    )


def _opened_value(leaf: _Leaf, name: str, commitment: str, given: Any) -> tuple[str, bytes]:
    """The code for one value, and the value itself once it opens the commitment."""
    if given is None:
        return "value.missing", b""
    if _has(given, "state") and given["state"] in ("withheld", "erased"):
        return "value." + given["state"], b""
    if not _has(given, "salt", "value") or not _is_text(given["salt"], _HASH) or not _is_text(given["value"]):
        return "value.altered", b""
    value = _base64(given["value"])
    if value is None:
        return "value.altered", b""
    domain = "helpdesk/" + ("by" if name == "by" else leaf.kind + "-" + name) + "/v1"
    message = domain.encode("utf-8") + b"\x00" + value
    found = hmac.new(bytes.fromhex(given["salt"]), message, hashlib.sha256).hexdigest()
    return ("value.verified", value) if found == commitment else ("value.altered", b"")


def _file_said(value: bytes) -> dict[str, Any] | None:
    """What a message commits of a file; None where it is not the closed shape."""
    try:
        said = _canonical_json(value, "")
    except _Refused:
        return None
    texts = _has(said, *_FILE_PARTS) and _is_text(said["name"]) and _is_text(said["type"])
    if not texts or not _is_text(said["digest"], _HASH) or not _is_count(said["size"]):
        return None
    return dict(said)


def _receipt_code(leaf: _Leaf, receipt: Any, keys: dict[str, tuple[bytes, _Leaf]]) -> str:
    """What is wrong with a receipt: nothing, or a code."""
    if (
        not _has(receipt, "key", "at", "signature")
        or receipt["at"] != leaf.at
        or not _is_text(receipt["key"])
    ):
        return "receipt.wrong"
    if not _is_text(receipt["signature"], _SIGNATURE):
        return "receipt.wrong"
    if receipt["key"] not in keys:
        return "receipt.key"
    text = "helpdesk-receipt/v1\n%s\n%s\n%d\n%d\n" % (leaf.id, leaf.hash.hex(), leaf.at, leaf.at + DAY_US)
    signature, public = bytes.fromhex(receipt["signature"]), keys[receipt["key"]][0]
    return "" if ed25519_verifies(public, signature, text.encode("ascii")) else "receipt.wrong"


def _decoded_text(value: bytes) -> str | None:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return None


# ---------------------------------------------------------------------------------------------------------
# What people are told


def sentence(row: Row, language: str = "en") -> str:
    """A row in words."""
    said = {"detail": "", "n": "?", "member": "", "field": "", "fingerprint": "", **row.said}
    first, last = said.get("first", ""), said.get("last", "")
    said["span"] = str(first) if first == last else str(first) + "\u2013" + str(last)
    named = row.code.split(".")[0] in ("value", "file") and row.code != "file.extra"
    said["name"] = (value_name(row.name, language) if named else row.name) or row.entry
    return WORDS[language][row.code].format(**said)


def value_name(name: str, language: str = "en") -> str:
    """What a value is called."""
    found = _FILE.fullmatch(name)
    if found:
        return WORDS[language]["name.file"].format(k=found.group(1))
    return WORDS[language].get("name." + name, name)


def moment(us: int) -> str:
    """An instant for people: microseconds since 1970 UTC, as a date and a time of UTC."""
    try:
        at = datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(microseconds=us)
    except OverflowError:
        return str(us)
    return at.strftime("%Y-%m-%d %H:%M:%S UTC")


def lines(report: Report, language: str = "en") -> Iterator[str]:
    """The report for people, a paragraph at a time."""
    words, facts = WORDS[language], report.facts
    yield words["verdict." + report.verdict].upper()
    yield words["means." + report.verdict]
    yield ""
    if "conversation" in facts:
        title = " \u00b7 ".join(filter(None, (facts.get("title", ""), facts["conversation"])))
        yield words["say.conversation"] + ": " + title
        yield words["say.made"] + ": " + moment(facts["made_at"])
        yield words["say.entries"].format(**facts)
        states = [str(facts["values"][s]) + " " + words["state." + s] for s in STATES if facts["values"][s]]
        yield words["say.values"] + ": " + ", ".join(states)
    for key in report.keys:
        trust = words["say.trusted"] if key.trusted else words["say.unknown"]
        yield words["say.key"] + " (" + words["say." + key.use] + ", " + trust + "): " + key.vkey
    if report.messages:
        yield words["say.scope"]
    yield ""
    for row in report.rows:
        if CODES[row.code] != WHOLE or row.state in ("erased", "withheld") or row.code == "proof.pending":
            yield "- " + sentence(row, language)
            if row.said.get("address"):
                yield "  " + words["say.address"].format(address=row.said["address"])


def printable(text: str) -> str:
    """Without characters that would move the cursor, change colours or turn the direction of the line."""
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


def _wrapped(line: str) -> str:
    if not line.startswith(("- ", "  ")) and len(line) > 400:
        return line
    indent = "  " if line.startswith(("- ", "  ")) else ""
    return textwrap.fill(line, 100, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


class _Arguments(argparse.ArgumentParser):
    def error(self, message: str) -> Any:
        """A wrong call is no verdict, so it has a code of its own."""
        self.print_usage(sys.stderr)
        self.exit(64, self.prog + ": " + message + "\n")


def _arguments(given: list[str] | None) -> argparse.Namespace:
    parser = _Arguments(
        description="Verify an evidence package: 0 whole, 1 altered, 2 incomplete, 3 key not trusted."
    )
    parser.add_argument("package", nargs="?", default=str(Path(__file__).resolve().parent))
    parser.add_argument("--key", action="append", default=[], metavar="VKEY", help="a key that you trust")
    parser.add_argument("--keys", metavar="FILE", help="keys that you trust, one a line")
    parser.add_argument("--lang", choices=sorted(WORDS), default="en")
    parser.add_argument("--json", action="store_true", help="the whole report, for machines")
    return parser.parse_args(given)


def _trusted(arguments: argparse.Namespace) -> list[str]:
    rows = Path(arguments.keys).read_text("utf-8").splitlines() if arguments.keys else []
    return [*arguments.key, *(row.strip() for row in rows if row.strip() and not row.startswith("#"))]


def main(given: list[str] | None = None) -> int:
    """Verify, tell, and return the exit code; 64 where the call itself was wrong."""
    arguments = _arguments(given)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        report = verify(arguments.package, _trusted(arguments))
    except (OSError, ValueError) as error:
        print(printable(str(error)), file=sys.stderr)
        return 64
    except Exception:
        # The last line of defence: whatever made the check itself fail confirms nothing.
        print(WORDS[arguments.lang]["say.failed"], file=sys.stderr)
        return ALTERED
    if arguments.json:
        print(json.dumps(report.as_dict(), indent=2, ensure_ascii=True))
    else:
        for line in lines(report, arguments.lang):
            print(_wrapped(printable(line)))
    return report.exit_code


WORDS: dict[str, dict[str, str]] = {
    "en": {
        "verdict.whole": "Whole",
        "verdict.altered": "Altered",
        "verdict.incomplete": "Incomplete",
        "verdict.untrusted": "Key not trusted",
        "means.whole": (
            "Everything shown here is exactly what was recorded. What was withheld or erased is named, "
            "and nothing else is missing. The log was signed by the key that you trust."
        ),
        "means.altered": "At least one part of this package is not as it was recorded. Do not rely on it.",
        "means.incomplete": "Nothing that is here was changed, but something that belongs to it is missing.",
        "means.untrusted": (
            "Everything in the package fits together. Whether the operator signed it is not shown yet: "
            "compare the key."
        ),
        "package.zip": "The file is damaged, was repacked or is no evidence package ({detail}).",
        "member.path": "A file name that no evidence package may have: {name}",
        "member.duplicate": "The package holds this file twice: {name}",
        "member.extra": "A file that does not belong to the package: {name}",
        "member.altered": "This file is not the one that was packed: {name}",
        "member.form": "This file does not have the prescribed form ({detail}): {name}",
        "member.missing": "This file is missing: {name}",
        "manifest.note": "The list of files does not bear a valid signature of the operator ({detail}).",
        "leaf.form": "Line {line} of leaves.jsonl is no entry in the prescribed form.",
        "leaf.twice": "An entry stands in the package twice.",
        "chain.gap": "Entries missing (chain {name}): {span}.",
        "chain.tail": "The end is missing (chain {name}): entries {span}.",
        "chain.unlisted": "Entry {n} belongs to no part of this conversation that was handed out.",
        "chain.link": "Entry {n} does not follow from the entry before it (chain {name}).",
        "chain.time": "Entry {n} is not later than the entry before it (chain {name}).",
        "chain.party": "Entry {n} is between other parties than the conversation.",
        "chain.head": "The last entry is not entry {n} as the operator signed it (chain {name}).",
        "value.verified": "Entry {n}, {name}: verified",
        "value.erased": "Entry {n}, {name}: erased; the erasure is on record",
        "value.withheld": "Entry {n}, {name}: withheld from this package",
        "value.altered": "Entry {n}, {name}: not what was recorded.",
        "value.extra": "Something is given as content that was never recorded: {name}",
        "value.missing": "Entry {n}, {name}: missing, without a reason.",
        "value.not_erased": "Entry {n}, {name}: said to be erased, but no erasure is on record.",
        "file.verified": "Attached file verified: {member}",
        "file.erased": "An attached file was erased; the erasure is on record.",
        "file.withheld": "An attached file is withheld from this package.",
        "file.altered": "An attached file is not the one that was sent: {member}",
        "file.extra": "This attachment was never sent: {name}",
        "file.missing": "An attached file is missing, without a reason.",
        "proof.pending": (
            "Entry {n} is younger than 24 hours and not yet in the signed log; its receipt vouches for it."
        ),
        "proof.wrong": "Entry {n} is not in the signed log at the place that is claimed.",
        "proof.missing": "The proof that entry {n} is in the log is missing.",
        "checkpoint.wrong": "The state of the log is not validly signed ({detail}): {name}",
        "checkpoint.split": "The log signed two different states of the same size: {name}",
        "receipt.wrong": "The receipt of entry {n} is not valid.",
        "receipt.extra": "A receipt belongs to no entry of the package.",
        "receipt.key": "The key that signed the receipt of entry {n} is missing.",
        "receipt.missing": "Entry {n} has neither a proof nor a receipt.",
        "conversation.differs": "conversation.json tells something else than what was recorded: {field}",
        "conversation.extra": "conversation.json tells of an entry that is not on record.",
        "conversation.missing": "conversation.json leaves entry {n} out.",
        "key.not_given": "Compare this key with the one that the operator publishes: {fingerprint}",
        "key.untrusted": "Signed by a key that is not the one you trust: {fingerprint}",
        "key.receipts": (
            "The key for receipts and lists of files is not vouched for by a log that you trust: "
            "{fingerprint}"
        ),
        "state.verified": "verified",
        "state.erased": "erased",
        "state.withheld": "withheld in this package",
        "state.missing": "MISSING",
        "state.altered": "ALTERED",
        "name.by": "author",
        "name.body": "text",
        "name.about": "order or offer as shown",
        "name.file": "file {k}",
        "say.conversation": "Conversation",
        "say.made": "Handed out",
        "say.entries": "{entries} entries, {proved} of them proved to be in the signed log",
        "say.values": "Content",
        "say.key": "Key",
        "say.log": "log",
        "say.receipts": "receipts",
        "say.witness": "witness",
        "say.trusted": "trusted",
        "say.unknown": "not confirmed",
        "say.address": "Published at {address}",
        "say.scope": (
            "Texts, authors, times, facts and files are proved one by one. Title, market and the "
            "seller's name above the messages are the operator's statement."
        ),
        "say.failed": "The check itself failed on this package, so nothing in it is confirmed.",
    },
    "pl": {
        "verdict.whole": "Nienaruszony",
        "verdict.altered": "Zmieniony",
        "verdict.incomplete": "Niekompletny",
        "verdict.untrusted": "Klucz niepotwierdzony",
        "means.whole": (
            "Wszystko, co tu widać, jest dokładnie tym, co zapisano. Wskazano, czego nie ujawniono lub "
            "co usunięto, i niczego więcej nie brakuje. Dziennik podpisano kluczem, któremu ufasz."
        ),
        "means.altered": (
            "Co najmniej jedna część tego pakietu różni się od tego, co zapisano. Nie należy na nim polegać."
        ),
        "means.incomplete": (
            "Nic z tego, co tu jest, nie zostało zmienione, ale brakuje czegoś, co do tego należy."
        ),
        "means.untrusted": (
            "Wszystko w pakiecie do siebie pasuje. Nie wiadomo jeszcze, czy podpisał go operator: "
            "porównaj klucz."
        ),
        "package.zip": (
            "Plik jest uszkodzony, został przepakowany albo nie jest pakietem dowodowym ({detail})."
        ),
        "member.path": "Nazwa pliku niedopuszczalna w pakiecie dowodowym: {name}",
        "member.duplicate": "Ten plik występuje w pakiecie dwa razy: {name}",
        "member.extra": "Plik, który nie należy do pakietu: {name}",
        "member.altered": "Ten plik nie jest tym, który zapakowano: {name}",
        "member.form": "Ten plik nie ma wymaganej postaci ({detail}): {name}",
        "member.missing": "Brakuje tego pliku: {name}",
        "manifest.note": "Spis plików nie ma ważnego podpisu operatora ({detail}).",
        "leaf.form": "Wiersz {line} pliku leaves.jsonl nie jest wpisem w wymaganej postaci.",
        "leaf.twice": "Pewien wpis występuje w pakiecie dwa razy.",
        "chain.gap": "Brakujące wpisy (łańcuch {name}): {span}.",
        "chain.tail": "Brakuje zakończenia (łańcuch {name}): wpisy {span}.",
        "chain.unlisted": "Wpis {n} nie należy do żadnej z wydanych części tej konwersacji.",
        "chain.link": "Wpis {n} nie wynika z poprzedniego wpisu (łańcuch {name}).",
        "chain.time": "Wpis {n} nie jest późniejszy od poprzedniego (łańcuch {name}).",
        "chain.party": "Wpis {n} dotyczy innych stron niż ta konwersacja.",
        "chain.head": "Ostatni wpis nie jest wpisem {n}, który podpisał operator (łańcuch {name}).",
        "value.verified": "Wpis {n}, {name}: sprawdzono",
        "value.erased": "Wpis {n}, {name}: usunięto; usunięcie jest odnotowane",
        "value.withheld": "Wpis {n}, {name}: nie ujawniono w tym pakiecie",
        "value.altered": "Wpis {n}, {name}: to nie jest to, co zapisano.",
        "value.extra": "Jako treść podano coś, czego nigdy nie zapisano: {name}",
        "value.missing": "Wpis {n}, {name}: brak, bez podanej przyczyny.",
        "value.not_erased": "Wpis {n}, {name}: podano, że usunięto, ale usunięcie nie jest odnotowane.",
        "file.verified": "Sprawdzony załącznik: {member}",
        "file.erased": "Załącznik usunięto; usunięcie jest odnotowane.",
        "file.withheld": "Załącznika nie ujawniono w tym pakiecie.",
        "file.altered": "Załącznik nie jest tym, który wysłano: {member}",
        "file.extra": "Tego załącznika nigdy nie wysłano: {name}",
        "file.missing": "Brakuje załącznika, bez podanej przyczyny.",
        "proof.pending": (
            "Wpis {n} ma mniej niż 24 godziny i nie ma go jeszcze w podpisanym dzienniku; ręczy za niego "
            "potwierdzenie."
        ),
        "proof.wrong": "Wpisu {n} nie ma w podpisanym dzienniku we wskazanym miejscu.",
        "proof.missing": "Brakuje dowodu, że wpis {n} jest w dzienniku.",
        "checkpoint.wrong": "Stan dziennika nie jest ważnie podpisany ({detail}): {name}",
        "checkpoint.split": "W dzienniku podpisano dwa różne stany o tej samej wielkości: {name}",
        "receipt.wrong": "Potwierdzenie wpisu {n} jest nieważne.",
        "receipt.extra": "Pewne potwierdzenie nie należy do żadnego wpisu w pakiecie.",
        "receipt.key": "Brakuje klucza, którym podpisano potwierdzenie wpisu {n}.",
        "receipt.missing": "Wpis {n} nie ma ani dowodu, ani potwierdzenia.",
        "conversation.differs": "conversation.json podaje coś innego, niż zapisano: {field}",
        "conversation.extra": "conversation.json podaje wpis, którego nie zapisano.",
        "conversation.missing": "conversation.json pomija wpis {n}.",
        "key.not_given": "Porównaj ten klucz z kluczem, który publikuje operator: {fingerprint}",
        "key.untrusted": "Podpisano innym kluczem niż ten, któremu ufasz: {fingerprint}",
        "key.receipts": (
            "Za klucz potwierdzeń i spisów plików nie ręczy dziennik, któremu ufasz: {fingerprint}"
        ),
        "state.verified": "sprawdzono",
        "state.erased": "usunięto",
        "state.withheld": "nie ujawniono w tym pakiecie",
        "state.missing": "BRAK",
        "state.altered": "ZMIENIONO",
        "name.by": "autor",
        "name.body": "treść",
        "name.about": "zamówienie lub oferta w pokazanej postaci",
        "name.file": "plik {k}",
        "say.conversation": "Konwersacja",
        "say.made": "Wydano",
        "say.entries": "Wpisy: {entries}, w tym z dowodem obecności w podpisanym dzienniku: {proved}",
        "say.values": "Zawartość",
        "say.key": "Klucz",
        "say.log": "dziennik",
        "say.receipts": "potwierdzenia",
        "say.witness": "świadek",
        "say.trusted": "potwierdzony",
        "say.unknown": "niepotwierdzony",
        "say.address": "Opublikowano pod adresem {address}",
        "say.scope": (
            "Treść, autorstwo, czas, fakty i pliki udowodniono osobno dla każdego wpisu. Tytuł, rynek i "
            "nazwa sprzedawcy nad wiadomościami to oświadczenie operatora."
        ),
        "say.failed": "Samo sprawdzanie tego pakietu nie powiodło się, więc nic w nim nie jest potwierdzone.",
    },
    "de": {
        "verdict.whole": "Unversehrt",
        "verdict.altered": "Verändert",
        "verdict.incomplete": "Unvollständig",
        "verdict.untrusted": "Schlüssel nicht bestätigt",
        "means.whole": (
            "Alles, was hier steht, ist genau das, was aufgezeichnet wurde. Was zurückgehalten oder "
            "gelöscht wurde, ist genannt; sonst fehlt nichts. Das Protokoll ist mit dem Schlüssel "
            "unterschrieben, dem Sie vertrauen."
        ),
        "means.altered": (
            "Mindestens ein Teil dieses Pakets ist nicht so, wie er aufgezeichnet wurde. Verlassen Sie "
            "sich nicht darauf."
        ),
        "means.incomplete": "Nichts, was hier ist, wurde verändert, aber etwas, das dazugehört, fehlt.",
        "means.untrusted": (
            "Alles in diesem Paket passt zusammen. Ob der Betreiber es unterschrieben hat, ist noch "
            "nicht gezeigt: Vergleichen Sie den Schlüssel."
        ),
        "package.zip": "Die Datei ist beschädigt, wurde neu gepackt oder ist kein Beweispaket ({detail}).",
        "member.path": "Ein Dateiname, den kein Beweispaket haben darf: {name}",
        "member.duplicate": "Diese Datei ist zweimal im Paket: {name}",
        "member.extra": "Eine Datei, die nicht zum Paket gehört: {name}",
        "member.altered": "Diese Datei ist nicht die, die gepackt wurde: {name}",
        "member.form": "Diese Datei hat nicht die vorgeschriebene Form ({detail}): {name}",
        "member.missing": "Diese Datei fehlt: {name}",
        "manifest.note": (
            "Das Verzeichnis der Dateien trägt keine gültige Unterschrift des Betreibers ({detail})."
        ),
        "leaf.form": "Zeile {line} von leaves.jsonl ist kein Eintrag in der vorgeschriebenen Form.",
        "leaf.twice": "Ein Eintrag steht zweimal im Paket.",
        "chain.gap": "Fehlende Einträge (Kette {name}): {span}.",
        "chain.tail": "Das Ende fehlt (Kette {name}): Einträge {span}.",
        "chain.unlisted": "Eintrag {n} gehört zu keinem ausgehändigten Teil dieses Gesprächs.",
        "chain.link": "Eintrag {n} schließt nicht an den vorigen Eintrag an (Kette {name}).",
        "chain.time": "Eintrag {n} ist nicht später als der vorige (Kette {name}).",
        "chain.party": "Eintrag {n} betrifft andere Parteien als dieses Gespräch.",
        "chain.head": (
            "Der letzte Eintrag ist nicht Eintrag {n}, wie ihn der Betreiber unterschrieben hat (Kette "
            "{name})."
        ),
        "value.verified": "Eintrag {n}, {name}: geprüft",
        "value.erased": "Eintrag {n}, {name}: gelöscht; die Löschung ist festgehalten",
        "value.withheld": "Eintrag {n}, {name}: in diesem Paket zurückgehalten",
        "value.altered": "Eintrag {n}, {name}: nicht das, was aufgezeichnet wurde.",
        "value.extra": "Als Inhalt ist etwas angegeben, das nie aufgezeichnet wurde: {name}",
        "value.missing": "Eintrag {n}, {name}: fehlt, ohne Grund.",
        "value.not_erased": "Eintrag {n}, {name}: angeblich gelöscht, doch keine Löschung ist festgehalten.",
        "file.verified": "Geprüfter Anhang: {member}",
        "file.erased": "Ein Anhang wurde gelöscht; die Löschung ist festgehalten.",
        "file.withheld": "Ein Anhang ist in diesem Paket zurückgehalten.",
        "file.altered": "Ein Anhang ist nicht der, der gesendet wurde: {member}",
        "file.extra": "Dieser Anhang wurde nie gesendet: {name}",
        "file.missing": "Ein Anhang fehlt, ohne Grund.",
        "proof.pending": (
            "Eintrag {n} ist jünger als 24 Stunden und noch nicht im unterschriebenen Protokoll; seine "
            "Quittung bürgt für ihn."
        ),
        "proof.wrong": "Eintrag {n} steht nicht an der angegebenen Stelle im unterschriebenen Protokoll.",
        "proof.missing": "Der Nachweis, dass Eintrag {n} im Protokoll steht, fehlt.",
        "checkpoint.wrong": "Der Stand des Protokolls ist nicht gültig unterschrieben ({detail}): {name}",
        "checkpoint.split": (
            "Im Protokoll wurden zwei verschiedene Stände gleicher Größe unterschrieben: {name}"
        ),
        "receipt.wrong": "Die Quittung von Eintrag {n} ist ungültig.",
        "receipt.extra": "Eine Quittung gehört zu keinem Eintrag des Pakets.",
        "receipt.key": "Der Schlüssel, mit dem die Quittung von Eintrag {n} unterschrieben ist, fehlt.",
        "receipt.missing": "Eintrag {n} hat weder Nachweis noch Quittung.",
        "conversation.differs": (
            "conversation.json gibt etwas anderes wieder, als aufgezeichnet wurde: {field}"
        ),
        "conversation.extra": "conversation.json gibt einen Eintrag wieder, der nicht aufgezeichnet ist.",
        "conversation.missing": "conversation.json lässt Eintrag {n} aus.",
        "key.not_given": (
            "Vergleichen Sie diesen Schlüssel mit dem, den der Betreiber veröffentlicht: {fingerprint}"
        ),
        "key.untrusted": (
            "Mit einem anderen Schlüssel unterschrieben als dem, dem Sie vertrauen: {fingerprint}"
        ),
        "key.receipts": (
            "Für den Schlüssel der Quittungen und Verzeichnisse bürgt kein Protokoll, dem Sie vertrauen: "
            "{fingerprint}"
        ),
        "state.verified": "geprüft",
        "state.erased": "gelöscht",
        "state.withheld": "in diesem Paket zurückgehalten",
        "state.missing": "FEHLT",
        "state.altered": "VERÄNDERT",
        "name.by": "Verfasser",
        "name.body": "Text",
        "name.about": "Bestellung oder Angebot, wie angezeigt",
        "name.file": "Datei {k}",
        "say.conversation": "Gespräch",
        "say.made": "Ausgehändigt",
        "say.entries": "{entries} Einträge, davon {proved} nachweislich im unterschriebenen Protokoll",
        "say.values": "Inhalte",
        "say.key": "Schlüssel",
        "say.log": "Protokoll",
        "say.receipts": "Quittungen",
        "say.witness": "Zeuge",
        "say.trusted": "bestätigt",
        "say.unknown": "nicht bestätigt",
        "say.address": "Veröffentlicht unter {address}",
        "say.scope": (
            "Texte, Verfasser, Zeitpunkte, Tatsachen und Dateien sind einzeln nachgewiesen. Titel, Markt "
            "und Name des Verkäufers über den Nachrichten sind Angaben des Betreibers."
        ),
        "say.failed": "Die Prüfung selbst ist an diesem Paket gescheitert; nichts darin ist bestätigt.",
    },
    "fr": {
        "verdict.whole": "Intact",
        "verdict.altered": "Altéré",
        "verdict.incomplete": "Incomplet",
        "verdict.untrusted": "Clé non confirmée",
        "means.whole": (
            "Tout ce qui figure ici est exactement ce qui a été enregistré. Ce qui n’est pas communiqué "
            "ou a été effacé est indiqué ; rien d’autre ne manque. Le journal est signé avec la clé à "
            "laquelle vous faites confiance."
        ),
        "means.altered": (
            "Au moins une partie de ce dossier n’est pas telle qu’elle a été enregistrée. Ne vous y fiez pas."
        ),
        "means.incomplete": (
            "Rien de ce qui figure ici n’a été modifié, mais il manque quelque chose qui en fait partie."
        ),
        "means.untrusted": (
            "Tout concorde dans ce dossier. Il reste à montrer que l’opérateur l’a signé : comparez la clé."
        ),
        "package.zip": (
            "Le fichier est endommagé, a été recompressé ou n’est pas un dossier de preuve ({detail})."
        ),
        "member.path": "Un nom de fichier qu’aucun dossier de preuve ne peut contenir : {name}",
        "member.duplicate": "Ce fichier figure deux fois dans le dossier : {name}",
        "member.extra": "Un fichier qui n’appartient pas au dossier : {name}",
        "member.altered": "Ce fichier n’est pas celui qui a été remis : {name}",
        "member.form": "Ce fichier n’a pas la forme prescrite ({detail}) : {name}",
        "member.missing": "Ce fichier manque : {name}",
        "manifest.note": "La liste des fichiers ne porte pas de signature valable de l’opérateur ({detail}).",
        "leaf.form": "La ligne {line} de leaves.jsonl n’est pas une entrée de la forme prescrite.",
        "leaf.twice": "Une entrée figure deux fois dans le dossier.",
        "chain.gap": "Entrées manquantes (chaîne {name}) : {span}.",
        "chain.tail": "La fin manque (chaîne {name}) : entrées {span}.",
        "chain.unlisted": "L’entrée {n} n’appartient à aucune partie remise de cette conversation.",
        "chain.link": "L’entrée {n} ne fait pas suite à la précédente (chaîne {name}).",
        "chain.time": "L’entrée {n} n’est pas postérieure à la précédente (chaîne {name}).",
        "chain.party": "L’entrée {n} concerne d’autres parties que cette conversation.",
        "chain.head": (
            "La dernière entrée n’est pas l’entrée {n} telle que l’opérateur l’a signée (chaîne {name})."
        ),
        "value.verified": "Entrée {n}, {name} : vérifié",
        "value.erased": "Entrée {n}, {name} : effacé ; l’effacement est consigné",
        "value.withheld": "Entrée {n}, {name} : non communiqué dans ce dossier",
        "value.altered": "Entrée {n}, {name} : ce n’est pas ce qui a été enregistré.",
        "value.extra": "Un contenu est indiqué qui n’a jamais été enregistré : {name}",
        "value.missing": "Entrée {n}, {name} : manque, sans motif.",
        "value.not_erased": "Entrée {n}, {name} : prétendument effacé, mais aucun effacement n’est consigné.",
        "file.verified": "Pièce jointe vérifiée : {member}",
        "file.erased": "Une pièce jointe a été effacée ; l’effacement est consigné.",
        "file.withheld": "Une pièce jointe n’est pas communiquée dans ce dossier.",
        "file.altered": "Une pièce jointe n’est pas celle qui a été envoyée : {member}",
        "file.extra": "Cette pièce jointe n’a jamais été envoyée : {name}",
        "file.missing": "Une pièce jointe manque, sans motif.",
        "proof.pending": (
            "L’entrée {n} a moins de 24 heures et n’est pas encore dans le journal signé ; son reçu en "
            "répond."
        ),
        "proof.wrong": "L’entrée {n} n’est pas dans le journal signé à la place indiquée.",
        "proof.missing": "Il manque la preuve que l’entrée {n} est dans le journal.",
        "checkpoint.wrong": "L’état du journal n’est pas valablement signé ({detail}) : {name}",
        "checkpoint.split": "Le journal a signé deux états différents de même taille : {name}",
        "receipt.wrong": "Le reçu de l’entrée {n} n’est pas valable.",
        "receipt.extra": "Un reçu ne correspond à aucune entrée du dossier.",
        "receipt.key": "Il manque la clé avec laquelle le reçu de l’entrée {n} est signé.",
        "receipt.missing": "L’entrée {n} n’a ni preuve ni reçu.",
        "conversation.differs": (
            "conversation.json rapporte autre chose que ce qui a été enregistré : {field}"
        ),
        "conversation.extra": "conversation.json rapporte une entrée qui n’a pas été enregistrée.",
        "conversation.missing": "conversation.json omet l’entrée {n}.",
        "key.not_given": "Comparez cette clé avec celle que publie l’opérateur : {fingerprint}",
        "key.untrusted": (
            "Signé avec une autre clé que celle à laquelle vous faites confiance : {fingerprint}"
        ),
        "key.receipts": (
            "Aucun journal auquel vous faites confiance ne répond de la clé des reçus et des listes : "
            "{fingerprint}"
        ),
        "state.verified": "vérifié",
        "state.erased": "effacé",
        "state.withheld": "non communiqué dans ce dossier",
        "state.missing": "MANQUE",
        "state.altered": "ALTÉRÉ",
        "name.by": "auteur",
        "name.body": "texte",
        "name.about": "commande ou offre telle qu’affichée",
        "name.file": "fichier {k}",
        "say.conversation": "Conversation",
        "say.made": "Remis",
        "say.entries": "{entries} entrées, dont {proved} prouvées dans le journal signé",
        "say.values": "Contenu",
        "say.key": "Clé",
        "say.log": "journal",
        "say.receipts": "reçus",
        "say.witness": "témoin",
        "say.trusted": "confirmée",
        "say.unknown": "non confirmée",
        "say.address": "Publiée à l’adresse {address}",
        "say.scope": (
            "Textes, auteurs, dates, faits et fichiers sont prouvés un par un. Le titre, le marché et le "
            "nom du vendeur au-dessus des messages sont des indications de l’opérateur."
        ),
        "say.failed": "La vérification elle-même a échoué sur ce dossier ; rien n’y est confirmé.",
    },
    "it": {
        "verdict.whole": "Integro",
        "verdict.altered": "Alterato",
        "verdict.incomplete": "Incompleto",
        "verdict.untrusted": "Chiave non confermata",
        "means.whole": (
            "Tutto ciò che compare qui è esattamente ciò che è stato registrato. Quanto non è comunicato "
            "o è stato cancellato è indicato; non manca altro. Il giornale è firmato con la chiave di "
            "cui Lei si fida."
        ),
        "means.altered": (
            "Almeno una parte di questo pacchetto non è come è stata registrata. Non vi faccia affidamento."
        ),
        "means.incomplete": (
            "Nulla di ciò che è presente è stato modificato, ma manca qualcosa che ne fa parte."
        ),
        "means.untrusted": (
            "Nel pacchetto tutto concorda. Resta da mostrare che l’operatore lo abbia firmato: confronti "
            "la chiave."
        ),
        "package.zip": "Il file è danneggiato, è stato ricompresso o non è un pacchetto di prova ({detail}).",
        "member.path": "Un nome di file non ammesso in un pacchetto di prova: {name}",
        "member.duplicate": "Questo file compare due volte nel pacchetto: {name}",
        "member.extra": "Un file che non appartiene al pacchetto: {name}",
        "member.altered": "Questo file non è quello consegnato: {name}",
        "member.form": "Questo file non ha la forma prescritta ({detail}): {name}",
        "member.missing": "Questo file manca: {name}",
        "manifest.note": "L’elenco dei file non porta una firma valida dell’operatore ({detail}).",
        "leaf.form": "La riga {line} di leaves.jsonl non è una voce nella forma prescritta.",
        "leaf.twice": "Una voce compare due volte nel pacchetto.",
        "chain.gap": "Voci mancanti (catena {name}): {span}.",
        "chain.tail": "Manca la fine (catena {name}): voci {span}.",
        "chain.unlisted": "La voce {n} non appartiene ad alcuna parte consegnata di questa conversazione.",
        "chain.link": "La voce {n} non segue dalla precedente (catena {name}).",
        "chain.time": "La voce {n} non è successiva alla precedente (catena {name}).",
        "chain.party": "La voce {n} riguarda parti diverse da quelle della conversazione.",
        "chain.head": "L’ultima voce non è la voce {n} firmata dall’operatore (catena {name}).",
        "value.verified": "Voce {n}, {name}: verificato",
        "value.erased": "Voce {n}, {name}: cancellato; la cancellazione è registrata",
        "value.withheld": "Voce {n}, {name}: non comunicato in questo pacchetto",
        "value.altered": "Voce {n}, {name}: non è ciò che è stato registrato.",
        "value.extra": "È indicato un contenuto che non è mai stato registrato: {name}",
        "value.missing": "Voce {n}, {name}: manca, senza motivo.",
        "value.not_erased": (
            "Voce {n}, {name}: indicato come cancellato, ma nessuna cancellazione è registrata."
        ),
        "file.verified": "Allegato verificato: {member}",
        "file.erased": "Un allegato è stato cancellato; la cancellazione è registrata.",
        "file.withheld": "Un allegato non è comunicato in questo pacchetto.",
        "file.altered": "Un allegato non è quello inviato: {member}",
        "file.extra": "Questo allegato non è mai stato inviato: {name}",
        "file.missing": "Manca un allegato, senza motivo.",
        "proof.pending": (
            "La voce {n} ha meno di 24 ore e non è ancora nel giornale firmato; ne risponde la ricevuta."
        ),
        "proof.wrong": "La voce {n} non è nel giornale firmato al posto indicato.",
        "proof.missing": "Manca la prova che la voce {n} sia nel giornale.",
        "checkpoint.wrong": "Lo stato del giornale non è firmato validamente ({detail}): {name}",
        "checkpoint.split": "Il giornale ha firmato due stati diversi della stessa dimensione: {name}",
        "receipt.wrong": "La ricevuta della voce {n} non è valida.",
        "receipt.extra": "Una ricevuta non appartiene ad alcuna voce del pacchetto.",
        "receipt.key": "Manca la chiave con cui è firmata la ricevuta della voce {n}.",
        "receipt.missing": "La voce {n} non ha né prova né ricevuta.",
        "conversation.differs": (
            "conversation.json riporta qualcosa di diverso da ciò che è stato registrato: {field}"
        ),
        "conversation.extra": "conversation.json riporta una voce che non è stata registrata.",
        "conversation.missing": "conversation.json omette la voce {n}.",
        "key.not_given": "Confronti questa chiave con quella pubblicata dall’operatore: {fingerprint}",
        "key.untrusted": "Firmato con una chiave diversa da quella di cui Lei si fida: {fingerprint}",
        "key.receipts": (
            "Nessun giornale di cui Lei si fida risponde della chiave per ricevute ed elenchi: {fingerprint}"
        ),
        "state.verified": "verificato",
        "state.erased": "cancellato",
        "state.withheld": "non comunicato in questo pacchetto",
        "state.missing": "MANCA",
        "state.altered": "ALTERATO",
        "name.by": "autore",
        "name.body": "testo",
        "name.about": "ordine o offerta come mostrati",
        "name.file": "file {k}",
        "say.conversation": "Conversazione",
        "say.made": "Consegnato",
        "say.entries": "{entries} voci, di cui {proved} con prova di presenza nel giornale firmato",
        "say.values": "Contenuto",
        "say.key": "Chiave",
        "say.log": "giornale",
        "say.receipts": "ricevute",
        "say.witness": "testimone",
        "say.trusted": "confermata",
        "say.unknown": "non confermata",
        "say.address": "Pubblicata all’indirizzo {address}",
        "say.scope": (
            "Testi, autori, orari, fatti e file sono provati uno per uno. Titolo, mercato e nome del "
            "venditore sopra i messaggi sono indicazioni dell’operatore."
        ),
        "say.failed": "La verifica stessa è fallita su questo pacchetto; nulla vi è confermato.",
    },
}


if __name__ == "__main__":
    sys.exit(main())
