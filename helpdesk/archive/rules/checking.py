"""Pure checks of stored rows against their leaf: each yields what is wrong."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any, Literal
from uuid import UUID

import msgspec

from helpdesk.archive.rules.commitments import BY, commit
from helpdesk.archive.rules.leaf import leaf_hash
from helpdesk.archive.rules.receipts import PUBLIC_BYTES, key_id
from helpdesk.archive.terms import Finding
from helpdesk.kernel import clock
from helpdesk.kernel.canonical import canonical

Leaf = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An entry as the tables hold it, with its values."""

    seller_id: int
    id: UUID
    chain: UUID
    n: int
    kind: str
    at: datetime
    actor: UUID
    leaf: bytes
    leaf_hash: bytes
    audience: int
    buyer_id: UUID | None
    values: Sequence[tuple[str, bytes, bytes, int, UUID | None]]
    erased: bool = False  # an `erased` entry of its chain names it

    @property
    def name(self) -> str:
        """How findings name it."""
        return f"archive_entry seller_id={self.seller_id} id={self.id}"


class _By(msgspec.Struct, forbid_unknown_fields=True):
    c: str
    role: str


class _LeafV1(msgspec.Struct, forbid_unknown_fields=True):
    at: int
    by: _By
    c: dict[str, str]
    chain: str
    f: dict[str, int | str]
    id: str
    n: int
    prev: str
    ref: list[tuple[str, str]]
    t: str
    v: Literal[1]
    seller: str | msgspec.UnsetType = msgspec.UNSET
    pair: str | msgspec.UnsetType = msgspec.UNSET


_strict = msgspec.json.Decoder(_LeafV1)


def read_leaf(data: bytes) -> Leaf | None:
    """The leaf's content, or None where the bytes are not a leaf v1: its closed shape, in canonical form."""
    try:
        _strict.decode(data)
        leaf: Leaf = msgspec.json.decode(data)
        return leaf if canonical(leaf) == data else None
    except (msgspec.DecodeError, TypeError, ValueError, RecursionError):
        return None


def _person(author: bytes) -> object:
    try:
        content = msgspec.json.decode(author)
    except (msgspec.DecodeError, RecursionError):
        return None
    return content.get("person") if isinstance(content, dict) else None


def entry_findings(*, row: Row, leaf: Leaf | None) -> Iterator[Finding]:
    """Hash, form, and the columns that repeat the leaf."""
    if leaf_hash(row.leaf) != row.leaf_hash:
        yield Finding(code="leaf.hash", row=row.name, detail="the stored hash is not that of the leaf")
    if leaf is None:
        yield Finding(code="leaf.form", row=row.name, detail="the bytes are not a canonical leaf")
        return
    columns = {
        "id": str(row.id),
        "chain": str(row.chain),
        "n": row.n,
        "t": row.kind,
        "at": clock.to_us(row.at),
    }
    for name, value in columns.items():
        if leaf.get(name) != value:
            detail = f"{name}: {value}, in the leaf {leaf.get(name)}"
            yield Finding(code="entry.column", row=row.name, detail=detail)


def link_findings(*, row: Row, leaf: Leaf, before: tuple[Row, Leaf | None] | None) -> Iterator[Finding]:
    """The entry follows the one before it in its chain: number, hash, time, parties."""
    expected_n, expected_prev = (0, "") if before is None else (before[0].n + 1, before[0].leaf_hash.hex())
    if row.n != expected_n:
        detail = f"n {row.n} where {expected_n} is due: entries are gone"
        yield Finding(code="chain.gap", row=row.name, detail=detail)
    elif leaf.get("prev") != expected_prev:
        yield Finding(code="chain.link", row=row.name, detail="does not name the hash of the entry before it")
    if before is None:
        return
    if row.at <= before[0].at:
        yield Finding(code="chain.time", row=row.name, detail="not later than the entry before it")
    for name in ("seller", "pair"):
        if before[1] is not None and leaf.get(name) != before[1].get(name):
            yield Finding(code="chain.party", row=row.name, detail=f"{name} differs within one chain")
    if (row.audience, row.buyer_id) != (before[0].audience, before[0].buyer_id):
        yield Finding(code="entry.column", row=row.name, detail="audience or buyer_id differs in one chain")


def value_findings(*, row: Row, leaf: Leaf) -> Iterator[Finding]:
    """Every commitment has its value, every value its commitment, and the author is the committed one.

    What an `erased` entry names may be gone.
    """
    committed = {**leaf["c"], BY: leaf["by"].get("c")}
    for name, value, salt, audience, buyer_id in row.values:
        where = f"archive_value seller_id={row.seller_id} entry_id={row.id} name={name}"
        digest = committed.pop(name, None)
        if digest is None:
            yield Finding(code="value.extra", row=where, detail="the leaf commits no such value")
        elif commit(kind=row.kind, name=name, value=value, salt=salt).hex() != digest:
            yield Finding(code="value.altered", row=where, detail="value or salt is not the committed one")
        elif name == BY and _person(value) != str(row.actor):
            yield Finding(code="entry.column", row=row.name, detail="actor is not the committed author")
        if (audience, buyer_id) != (row.audience, row.buyer_id):
            yield Finding(code="value.column", row=where, detail="audience or buyer_id is not its entry's")
    for name in committed if not row.erased else ():
        where = f"archive_value seller_id={row.seller_id} entry_id={row.id} name={name}"
        yield Finding(code="value.missing", row=where, detail="committed, but not there")


def receipt_keys(leaf: Leaf) -> Iterator[tuple[str, bytes]]:
    """The key that a `key` entry publishes for receipts, by the id that its own bytes give it."""
    facts = leaf["f"]
    try:
        public = bytes.fromhex(str(facts.get("public")))
    except ValueError:
        return
    if facts.get("use") == "receipt" and len(public) == PUBLIC_BYTES and facts.get("id") == key_id(public):
        yield key_id(public), public


def at_path(*, leaf: Leaf, path: str) -> object:
    """The leaf's content at "at", "by.role", "f.deadline" or "ref.answers"; None where there is none."""
    first, _, rest = path.partition(".")
    if first == "ref":
        return next((entry for how, entry in leaf.get("ref", ()) if how == rest), None)
    found = leaf.get(first)
    return found.get(rest) if rest and isinstance(found, dict) else found


def digest_in_leaf(document: str) -> str:
    """A JSON column, as text, as a leaf writes it: the SHA-256 of its canonical bytes, in hex."""
    try:
        return sha256(canonical(msgspec.json.decode(document))).hexdigest()
    except (TypeError, ValueError):
        return document  # nothing that was ever sealed


def as_in_leaf(value: object) -> object:
    """A column's value as a leaf writes it."""
    if isinstance(value, datetime):
        return clock.to_us(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return int(value)
    return str(value) if isinstance(value, UUID) else value
