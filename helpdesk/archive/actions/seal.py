"""Seal a draft: leaf, commitments and receipt, made in Python before anything is written."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.backdating import is_backdating
from helpdesk.archive.queries.receipt_key import receipt_key
from helpdesk.archive.rules import commitments as rules
from helpdesk.archive.rules import leaf as leaves
from helpdesk.archive.terms import Chain, Draft, Head, Sealed
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import uuid7


def seal(
    *,
    chain: Chain,
    kind: str,
    actor: Actor,
    now: datetime,
    key: str,
    expected_head: Head | None,
    values: Mapping[str, bytes] | None = None,
    facts: Mapping[str, int | str] | None = None,
    ref: Sequence[tuple[str, UUID]] = (),
) -> Sealed:
    """The entry that follows `expected_head` (None: the chain's first). Pure but for fresh ids and salts."""
    draft = Draft(kind=kind, key=key, values=values or {}, facts=facts or {}, ref=ref)
    id, at = uuid7(), leaves.instant(now=now, head=expected_head)
    assert rules.BY not in draft.values, "the author is committed from the actor"
    salted = {name: (value, rules.new_salt()) for name, value in draft.values.items()}
    salted[rules.BY] = (rules.author(person=actor.person, name=actor.name), rules.new_salt())
    digests = {n: rules.commit(kind=kind, name=n, value=v, salt=s).hex() for n, (v, s) in salted.items()}
    data = leaves.leaf(
        id=id,
        chain=chain,
        head=expected_head,
        at=at,
        kind=kind,
        role=actor.side,
        by=digests.pop(rules.BY),
        commitments=digests,
        facts=draft.facts,
        ref=draft.ref,
    )
    digest = leaves.leaf_hash(data)
    return Sealed(
        chain=chain,
        draft=draft,
        actor=actor,
        id=id,
        n=0 if expected_head is None else expected_head.n + 1,
        at=at,
        leaf=data,
        leaf_hash=digest,
        salted=salted,
        receipt=receipt_key().sign(entry=id, leaf_hash=digest, at=at),
    )


def entry_parameters(*, sealed: Sealed) -> list[object]:
    """The arguments of the SQL function `archive_entry_v1`, in order, for hot functions that call it."""
    chain = sealed.chain
    return [
        chain.seller_id,
        sealed.id,
        chain.id,
        sealed.n,
        sealed.draft.kind,
        sealed.at,
        sealed.actor.person,
        sealed.draft.key,
        sealed.leaf,
        sealed.leaf_hash,
        int(chain.audience),
        chain.buyer_id,
        sealed.receipt.key,
        sealed.receipt.signature,
        list(sealed.salted),
        [value for value, _ in sealed.salted.values()],
        [salt for _, salt in sealed.salted.values()],
        is_backdating(),
    ]
