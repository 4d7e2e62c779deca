"""What is stored under an actor's idempotency key, and whether a request repeats it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from helpdesk.archive.models import Entry, Value
from helpdesk.archive.rules.commitments import commit
from helpdesk.archive.terms import Chain, Kept, Receipt
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import KeyReused


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """An entry found under a key, with the salts of its values that are not erased."""

    seller_id: int
    id: UUID
    chain: UUID
    n: int
    kind: str
    at: datetime
    leaf: bytes
    leaf_hash: bytes
    receipt_key: str
    receipt: bytes
    salts: Mapping[str, bytes]

    @property
    def digests(self) -> Mapping[str, str]:
        """The committed values' digests by name, the author's aside."""
        digests: dict[str, str] = msgspec.json.decode(self.leaf)["c"]
        return digests

    @property
    def is_erased(self) -> bool:
        """Whether nothing of it is left to compare with: then the key alone says that it is the same."""
        return not self.salts

    def repeats(self, *, kind: str, values: Mapping[str, bytes]) -> bool:
        """Whether these values are the committed ones; what was erased is not compared."""
        if self.is_erased:
            return self.kind == kind
        digests = self.digests
        return self.kind == kind and all(
            digests.get(name)
            == commit(kind=kind, name=name, value=value, salt=self.salts.get(name, b"")).hex()
            for name, value in values.items()
            if name in self.salts or name not in digests
        )


def replay_of(*, chain: Chain, actor: Actor, key: str, kind: str, values: Mapping[str, bytes]) -> Kept | None:
    """The entry stored under this actor and key, if any. Raises KeyReused when it says something else."""
    entry = Entry.objects.filter(seller_id=chain.seller_id, actor=actor.person, key=key).first()
    if entry is None:
        return None
    salts = Value.objects.filter(seller_id=entry.seller_id, entry_id=entry.id).values_list("name", "salt")
    stored = Stored(
        seller_id=entry.seller_id,
        id=entry.id,
        chain=entry.chain,
        n=entry.n,
        kind=entry.kind,
        at=entry.at,
        leaf=bytes(entry.leaf),
        leaf_hash=bytes(entry.leaf_hash),
        receipt_key=entry.receipt_key,
        receipt=bytes(entry.receipt),
        salts={name: bytes(salt) for name, salt in salts},
    )
    if not stored.is_erased and stored.digests.keys() != values.keys():
        raise KeyReused("archive.key_reused")
    return replayed(stored=stored, chain=chain.id, kind=kind, values=values)


def replayed(*, stored: Stored, chain: UUID, kind: str, values: Mapping[str, bytes]) -> Kept:
    """The answer of the first time. Raises KeyReused when the key was used for something else."""
    if stored.chain != chain or not stored.repeats(kind=kind, values=values):
        raise KeyReused("archive.key_reused")
    receipt = Receipt(
        entry=stored.id,
        leaf_hash=stored.leaf_hash,
        at=stored.at,
        key=stored.receipt_key,
        signature=stored.receipt,
    )
    return Kept(receipt=receipt, seller_id=stored.seller_id, n=stored.n, replayed=True)
