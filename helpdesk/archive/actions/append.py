"""Append entries: the last step of every deed that is not hot, inside the deed's own transaction."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection

from helpdesk.archive.actions.seal import entry_parameters, seal
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
    Raises KeyReused (same key, other content) and Conflict (the chain moved past `expected_head`).
    """
    assert connection.in_atomic_block, "an entry is written together with the rows of its deed"
    if expected_head is None:
        _lock(chain)
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
    _lock(chain)
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


def _lock(chain: Chain) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(archive_chain_lock_v1(%s))", [chain.id])


def _store(sealed: Sealed) -> Kept:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {ENTRY_CALL}", entry_parameters(sealed=sealed))
        if not cursor.fetchone()[0]:
            raise Conflict("archive.moved")
    return Kept(receipt=sealed.receipt, seller_id=sealed.chain.seller_id, n=sealed.n)
