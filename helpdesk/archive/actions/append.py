"""Append entries: the last step of every deed that is not hot, inside the deed's own transaction."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection

from helpdesk.archive.actions.seal import entry_parameters, seal
from helpdesk.archive.database import hot
from helpdesk.archive.queries.heads import head_of
from helpdesk.archive.queries.stored import replay_of
from helpdesk.archive.terms import Chain, Draft, Head, Kept, Sealed
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict

ENTRY_CALL = (
    "archive_entry_v1(%s::bigint, %s::uuid, %s::uuid, %s::integer, %s::text, %s::timestamptz, %s::uuid,"
    " %s::text, %s::bytea, %s::bytea, %s::smallint, %s::uuid, %s::text, %s::bytea, %s::text[], %s::bytea[],"
    " %s::bytea[], %s::boolean)"
)


def append(
    *,
    chain: Chain,
    kind: str,
    actor: Actor,
    now: datetime,
    key: str,
    values: Mapping[str, bytes] | None = None,
    facts: Mapping[str, int | str] | None = None,
    ref: Sequence[tuple[str, UUID]] = (),
    expected_head: Head | None = None,
) -> Kept:
    """Store one entry in the present transaction, or replay the one stored under this actor and key.

    Without `expected_head` the chain is locked until the transaction ends and cannot be lost.
    Raises KeyReused (same key, other content), Conflict (the chain moved past `expected_head`) and Busy.
    """
    assert connection.in_atomic_block, "an entry is written together with the rows of its deed"
    if expected_head is None:
        hot.lock_chain(chain=chain.id)
    if kept := replay_of(chain=chain, actor=actor, key=key, kind=kind, values=values or {}):
        return kept
    sealed = seal(
        chain=chain,
        kind=kind,
        actor=actor,
        now=now,
        key=key,
        values=values,
        facts=facts,
        ref=ref,
        expected_head=expected_head or head_of(chain=chain),
    )
    return _store(sealed)


def append_many(*, chain: Chain, actor: Actor, now: datetime, drafts: Iterable[Draft]) -> list[Kept]:
    """Store entries one after the other on one chain, for imports; all or none, in the present transaction.

    Raises Conflict when one of the keys is taken: an import asks first which of its records are new.
    """
    assert connection.in_atomic_block, "entries are written together with the rows of their deeds"
    hot.lock_chain(chain=chain.id)
    head, sealed_all = head_of(chain=chain), []
    for draft in drafts:
        sealed = seal(
            chain=chain,
            kind=draft.kind,
            actor=actor,
            now=now,
            key=draft.key,
            values=draft.values,
            facts=draft.facts,
            ref=draft.ref,
            expected_head=head,
        )
        sealed_all.append(sealed)
        head = Head(n=sealed.n, leaf_hash=sealed.leaf_hash, at=sealed.at)
    return [_store(sealed) for sealed in sealed_all]


def _store(sealed: Sealed) -> Kept:
    [(stored,)] = hot.rows(f"SELECT {ENTRY_CALL}", entry_parameters(sealed=sealed))
    if not stored:
        raise Conflict("archive.moved")
    return Kept(receipt=sealed.receipt, seller_id=sealed.chain.seller_id, n=sealed.n)
