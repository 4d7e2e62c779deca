"""Refused attempts: what the rules did not let through stays on record, out of the other side's sight."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import connection

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience, Chain, ChainName, Kept
from helpdesk.conversations import rules
from helpdesk.conversations.models import Attempt
from helpdesk.conversations.terms import Kind, Thread
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import KeyReused, Refused
from helpdesk.marketplace.queries import stand_in_of

MAX_ATTEMPTS = 1000  # different refused texts under one key; beyond it nobody is correcting a draft


def kept_if_refused(
    *,
    actor: Actor,
    now: datetime,
    thread: Thread,
    body: str,
    key: str,
    meant: Mapping[str, str] | None = None,
    files: int = 0,
) -> None:
    """Raise Refused when a rule forbids the text, after keeping the attempt; the key stays free.

    The same text refused twice under one key is one entry: `refused/<n>/<key>`, one n per text. `meant` is
    what its author chose beside the text, for whoever finds it fine later. Of its files the record says how
    many there were: they stay with their author, for the text that is sent in this one's place.
    """
    code = rules.refusal_of(text=body)
    if code is None:
        return
    if (
        connection.in_atomic_block
    ):  # the deed around it will be rolled back; whoever opened it keeps the attempt
        raise Refused(code, field="text")
    with acting(actor):
        facts: dict[str, int | str] = {"code": code, **(meant or {}), **files_with(files=files)}
        keep(actor=actor, now=now, thread=thread, body=body, key=key, facts=facts)
    raise Refused(code, field="text")


def keep(
    *, actor: Actor, now: datetime, thread: Thread, body: str, key: str, facts: Mapping[str, int | str]
) -> None:
    """One entry on the actor's backstage chain, within the present transaction."""
    audience = Audience.BUYER if actor.side is Side.BUYER else Audience.SELLER
    chain = Chain(
        seller_id=thread.ref.seller_id,
        id=rules.backstage(conversation=thread.ref.id, audience=audience),
        name=ChainName.BACKSTAGE,
        audience=audience,
        seller=thread.seller,
        pair=thread.pair,
        buyer_id=thread.buyer_id,
    )
    _append(actor, now, chain, thread.ref, body, key, facts)


def keep_unopened(
    *,
    actor: Actor,
    now: datetime,
    conversation: Ref,
    pair: UUID,
    body: str,
    key: str,
    code: str,
    files: int = 0,
) -> None:
    """The same for a first question, whose thread is not opened by it; a thread's id is known beforehand."""
    with acting(actor):
        chain = Chain(
            seller_id=conversation.seller_id,
            id=rules.backstage(conversation=conversation.id, audience=Audience.BUYER),
            name=ChainName.BACKSTAGE,
            audience=Audience.BUYER,
            seller=stand_in_of(seller_id=conversation.seller_id),
            pair=pair,
            buyer_id=actor.buyer_id,
        )
        facts: dict[str, int | str] = {"code": code, **files_with(files=files)}
        _append(actor, now, chain, conversation, body, key, facts)


def files_with(*, files: int) -> dict[str, int]:
    """How many files were with a refused text; nothing where there were none."""
    return {"files": files} if files else {}


def _append(
    actor: Actor,
    now: datetime,
    chain: Chain,
    conversation: Ref,
    body: str,
    key: str,
    facts: Mapping[str, int | str],
) -> None:
    said = {**facts, "conversation": str(conversation.id), "language": actor.language}
    for n in range(MAX_ATTEMPTS):
        try:
            kept = archive.append(
                chain=chain,
                kind=Kind.REFUSED,
                actor=actor,
                now=now,
                key=f"refused/{n}/{key}",
                values={"body": body.encode()},
                facts=said,
            )
        except KeyReused:
            continue
        if not kept.replayed:
            _wait_for_review(actor, chain, conversation, str(facts["code"]), kept)
        return


def _wait_for_review(actor: Actor, chain: Chain, conversation: Ref, code: str, kept: Kept) -> None:
    assert chain.buyer_id is not None  # a thread has a buyer, and so has what happens behind it
    Attempt.objects.create(
        seller_id=chain.seller_id,
        id=kept.receipt.entry,
        conversation_id=conversation.id,
        buyer_id=chain.buyer_id,
        audience=chain.audience,
        side=actor.side.value,
        code=code,
        at=kept.receipt.at,
    )
