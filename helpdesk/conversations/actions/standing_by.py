"""What is kept of a text that was sent although something was found in it, and of its author's reason."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive import actions as archive
from helpdesk.archive.terms import Audience, Chain, ChainName
from helpdesk.conduct import actions as conduct
from helpdesk.conduct.terms import Source, Verdict
from helpdesk.conversations import rules
from helpdesk.conversations.terms import Kind, Thread
from helpdesk.kernel.actor import Actor, Side


def behind(*, thread: Thread, side: Side) -> Chain:
    """The chain of what one side does in a thread out of the other's sight."""
    audience = Audience.BUYER if side is Side.BUYER else Audience.SELLER
    return Chain(
        seller_id=thread.ref.seller_id,
        id=rules.backstage(conversation=thread.ref.id, audience=audience),
        name=ChainName.BACKSTAGE,
        audience=audience,
        seller=thread.seller,
        pair=thread.pair,
        buyer_id=thread.buyer_id,
    )


def keep_findings(
    *,
    actor: Actor,
    now: datetime,
    thread: Thread,
    entry: UUID,
    verdict: Verdict,
    confirmed: str | None,
    key: str,
) -> None:
    """The verdict on the message `entry`; where its author said why it is sent, the reason, by an entry.

    In the transaction that stored the message.
    """
    chain = behind(thread=thread, side=actor.side)
    conduct.keep_verdict(
        actor=actor,
        now=now,
        chain=chain,
        conversation=thread.ref.id,
        entry=entry,
        side=actor.side,
        language=actor.language,
        verdict=verdict,
        source=Source.POST,
        action="sent" if confirmed is None else "confirmed",
    )
    if confirmed is not None:
        archive.append(
            chain=chain,
            kind=Kind.STOOD_BY,
            actor=actor,
            now=now,
            key=f"confirmed/{key}",
            values={"reason": confirmed.encode()},
            facts=rules.facts_of(verdict=verdict),
            ref=[("confirms", entry)],
        )
