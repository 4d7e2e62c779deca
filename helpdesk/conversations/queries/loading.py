"""Load what a post is judged by: one statement, no lock."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import scope_of
from helpdesk.archive.queries import Stored
from helpdesk.archive.terms import Head
from helpdesk.conduct.queries import told_in
from helpdesk.conduct.terms import Finding
from helpdesk.conversations.terms import Thread
from helpdesk.deadlines.rules.measures import kinds_stopping
from helpdesk.deadlines.terms import Cause, InForce, OpenObligation, OpenPromise
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound

_LOAD = (
    "SELECT * FROM conversation_load_v4(%s, %s, %s, %s::bigint, %s::uuid, %s::uuid, %s,"
    " %s::text[], %s::text[])"
)

_STOPPING = [[kind.value for kind in kinds_stopping(with_order=about)] for about in (False, True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """The thread as it stands now, what this actor stored under this key before, and was told of it."""

    thread: Thread
    stored: Stored | None
    told: Sequence[Finding] = ()


def load(*, actor: Actor, conversation: Ref, key: str) -> Loaded:
    """The thread for a post. Raises NotFound for what is not there or not the actor's."""
    asked = [conversation.seller_id, conversation.id, actor.person, key, *_STOPPING]
    rows = hot.rows(_LOAD, [*scope_of(actor), *asked])
    if not rows:
        raise NotFound("conversation.not_found")
    row = rows[0]
    thread, stored = _thread(conversation, row[:35]), _stored(conversation, row[35:-1])
    return Loaded(thread=thread, stored=stored, told=told_in(findings=row[-1] or ()))


def obligation(row: tuple[Any, ...]) -> OpenObligation | None:
    """The eleven columns of an open obligation, as every function of this room returns them."""
    if row[0] is None:
        return None
    id, received_at, deadline, calendar, version, zone, outages, stopped, *rest = row
    cause, budget_us, overdue_at = rest
    return OpenObligation(
        id=id,
        received_at=received_at,
        deadline=deadline,
        calendar=calendar,
        calendar_version=version,
        zone=zone,
        outages=outages,
        stopped=stopped,
        cause=Cause(cause),
        budget_us=budget_us,
        overdue_at=overdue_at,
    )


def _promise(row: tuple[Any, ...]) -> OpenPromise | None:
    id, question_id, promised_on, due_at = row
    if id is None:
        return None
    return OpenPromise(id=id, question_id=question_id, promised_on=promised_on, due_at=due_at)


def _thread(conversation: Ref, row: tuple[Any, ...]) -> Thread:
    buyer_id, seller, pair, order_id = row[:4]
    country, subdivision, zone, market_country, market_zone = row[4:9]
    last_n, n, digest, at = row[9:13]
    return Thread(
        ref=conversation,
        buyer_id=buyer_id,
        seller=seller,
        pair=pair,
        order_id=order_id,
        country=country,
        subdivision=subdivision,
        zone=zone,
        market_country=market_country,
        market_zone=market_zone,
        head=None if n is None else Head(n=n, leaf_hash=digest, at=at),
        last_n=last_n,
        obligation=obligation(row[13:24]),
        question_id=row[24],
        overdue_by=row[25],
        promised=row[26],
        promise=_promise(row[27:31]),
        in_force=InForce(editions=row[31], outages=row[32], stopped=row[33]),
        own_at=row[34],
    )


def _stored(conversation: Ref, row: tuple[Any, ...]) -> Stored | None:
    id, chain, n, kind, at, leaf, leaf_hash, receipt_key, receipt, names, salts = row
    if id is None:
        return None
    return Stored(
        seller_id=conversation.seller_id,
        id=id,
        chain=chain,
        n=n,
        kind=kind,
        at=at,
        leaf=leaf,
        leaf_hash=leaf_hash,
        receipt_key=receipt_key,
        receipt=receipt,
        salts=dict(zip(names or (), salts or (), strict=True)),
    )
