"""Leaves."""

from __future__ import annotations

import hashlib
from typing import Any, NamedTuple

from helpdesk.evidence.shipped.verify.reporting import MAX_LEAF, Unreadable
from helpdesk.evidence.shipped.verify.texts import (
    HASH,
    UUID,
    canonical_json_of,
    has,
    is_count,
    is_text,
    json_of,
)


class Leaf(NamedTuple):
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
        has(found, *_PARTS, maybe=("seller", "pair"))
        and type(found["v"]) is int
        and found["v"] == 1
        and type(found["at"]) is int
        and is_count(found["n"])
        and is_text(found["t"])
        and all(is_text(found[name], UUID) for name in ("id", "chain"))
        and all(is_text(found[name], UUID) for name in ("seller", "pair") if name in found)
        and (found["prev"] == "" if found["n"] == 0 else is_text(found["prev"], HASH))
        and _has_clear_parts(found)
    )


def _has_clear_parts(found: dict[str, Any]) -> bool:
    by, refs = found["by"], found["ref"]
    return (
        has(by, "c", "role")
        and is_text(by["role"])
        and is_text(by["c"], HASH)
        and isinstance(found["c"], dict)
        and all(is_text(value, HASH) for value in found["c"].values())
        and "by" not in found["c"]
        and isinstance(found["f"], dict)
        and all(isinstance(value, str) or type(value) is int for value in found["f"].values())
        and isinstance(refs, list)
        and all(isinstance(ref, list) and len(ref) == 2 for ref in refs)
        and all(is_text(how) and is_text(entry, UUID) for how, entry in refs)
    )


def leaf_of(line: bytes) -> Leaf | None:
    """The leaf of one line of leaves.jsonl; None where line or leaf are not as they are written."""
    try:
        row = json_of(line, "")
        data = row["leaf"].encode("utf-8")
        leaf = canonical_json_of(data, "")
    except (Unreadable, KeyError, TypeError, AttributeError):
        return None
    if not has(row, "chain", "n", "index", "leaf", maybe=("origin", "loose")) or len(data) > MAX_LEAF:
        return None
    index, origin, loose = row["index"], row.get("origin") or "", row.get("loose", False)
    fits = _is_leaf(leaf) and type(row["n"]) is int and (row["chain"], row["n"]) == (leaf["chain"], leaf["n"])
    placed = is_count(index) and origin if index is not None else True
    if not fits or not placed or not isinstance(origin, str) or not isinstance(loose, bool):
        return None
    digest = hashlib.sha256(b"\x00" + data).digest()
    at = (leaf["id"], leaf["chain"], leaf["n"], leaf["at"], leaf["t"])
    return Leaf(*at, content=leaf, hash=digest, place=index, origin=origin, loose=loose)
