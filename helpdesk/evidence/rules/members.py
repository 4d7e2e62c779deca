"""The files that a verifier reads, but for the conversation itself."""

import base64
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

import msgspec

from helpdesk.archive.rules.erasing import ERASED
from helpdesk.evidence.terms import FORMAT, Leaf, Place, Published, Record, State, Withheld
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.clock import to_us

_json = msgspec.json.Encoder(order="sorted")


def leaves(record: Record) -> Iterable[bytes]:
    """A line per leaf: the conversation's chains, then the loose leaves that publish keys."""
    for leaf in record.leaves:
        yield _line(leaf, record.places, {})
    for leaf in record.keys:
        yield _line(leaf, record.places, {"loose": True})


def _line(leaf: Leaf, places: Mapping[UUID, Place], more: dict[str, Any]) -> bytes:
    place = places.get(leaf.id)
    line = {
        "chain": str(leaf.chain),
        "index": place.index if place else None,
        "leaf": leaf.data.decode(),
        "n": leaf.n,
        "origin": place.origin if place else "",
    }
    return _json.encode(line | more) + b"\n"


def salts(*, record: Record, withheld: Collection[Withheld]) -> bytes:
    """Each value that opens a commitment, or why it is not here. What is just gone is not named: MISSING."""
    told = {str(leaf.id): _opened(leaf, record.erased, withheld) for leaf in record.leaves}
    return canonical({entry: values for entry, values in told.items() if values})


def _opened(leaf: Leaf, erased: Collection[UUID], withheld: Collection[Withheld]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in leaf.committed:
        state = state_of(leaf=leaf, name=name, erased=erased, withheld=withheld)
        value = leaf.values.get(name)
        if state is not None:
            found[name] = {"state": state.value}
        elif value is not None:
            found[name] = {"salt": value.salt.hex(), "value": base64.b64encode(value.value).decode()}
    return found


def state_of(
    *, leaf: Leaf, name: str, erased: Collection[UUID], withheld: Collection[Withheld]
) -> State | None:
    """Why a value is not shown; None where it is, or where it is gone without a reason on record."""
    if leaf.id in erased:  # ordered: also while the values are still being deleted
        return State.ERASED
    if name not in leaf.values:
        return None
    return State.WITHHELD if Withheld(leaf.id, name) in withheld else None


def unsaid(*, leaves: Iterable[Leaf]) -> set[Withheld]:
    """What parties are not told: who ordered an erasure and who agreed. That two people did is sealed."""
    orders = [leaf for leaf in leaves if leaf.kind == ERASED]
    return {Withheld(leaf.id, name) for leaf in orders for name in leaf.committed if name in leaf.values}


def counted(*, record: Record, withheld: Collection[Withheld]) -> dict[str, int]:
    """How many committed values are shown, withheld, erased, missing."""
    counts = dict.fromkeys(("shown", "withheld", "erased", "missing"), 0)
    for leaf in record.leaves:
        for name in leaf.committed:
            state = state_of(leaf=leaf, name=name, erased=record.erased, withheld=withheld)
            counts[state.value if state else "shown" if name in leaf.values else "missing"] += 1
    return counts


def receipts(record: Record) -> bytes:
    """The receipts that were given at once, when each entry was stored."""
    return canonical(
        {
            str(leaf.id): {
                "at": leaf.content["at"],
                "key": leaf.receipt_key,
                "signature": leaf.receipt.hex(),
            }
            for leaf in [*record.leaves, *record.keys]
        }
    )


def keys(published: Published) -> str:
    """The public keys, a vkey a line. They prove nothing by lying here: a reader trusts those published."""
    return "".join(f"# {use}\n{vkey}\n" for use, vkey in published.keys)


def manifest(*, record: Record, made_at: datetime, files: Mapping[str, tuple[int, str]]) -> bytes:
    """What the package holds: `files` maps a path to its size in bytes and the hex of its SHA-256."""
    return canonical(
        {
            "chains": [
                {
                    "audience": int(chain.audience),
                    "chain": str(chain.id),
                    "hash": chain.leaves[-1].hash.hex(),
                    "head": chain.leaves[-1].n,
                    "name": chain.name.value,
                }
                for chain in record.chains
            ],
            "conversation": str(record.conversation.id),
            "files": {path: {"sha256": digest, "size": size} for path, (size, digest) in files.items()},
            "format": FORMAT,
            "made_at": to_us(made_at),
        }
    )


def note(*, conversation: UUID, manifest: bytes, made_at: datetime) -> str:
    """The text that the receipt key signs: the chains were complete up to their heads at that instant."""
    return f"{FORMAT}\n{conversation}\n{sha256(manifest).hexdigest()}\n{to_us(made_at)}\n"
