"""Open a file: an administrator says why, and may then read a conversation or letters for half an hour."""

from datetime import datetime
from uuid import uuid5

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience, Chain, ChainName, Kept
from helpdesk.conversations.queries import exists
from helpdesk.enforcement import queries as enforcement
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import OPERATOR, Ref
from helpdesk.kernel.refusal import Forbidden, Invalid, NotFound
from helpdesk.letters import queries as letters
from helpdesk.oversight.models import Reading
from helpdesk.oversight.policies import can_read_files
from helpdesk.oversight.terms import READING, READING_LASTS, Reason
from helpdesk.reports import queries as reports


def open_file(
    *, actor: Actor, now: datetime, conversation: Ref, reason: str, key: str, item: Ref | None = None
) -> Kept:
    """The reading, on record before a word is shown. `item` is the entry to review, where that is why.

    Raises NotFound (for the other sides too), Forbidden, Invalid (no such reason).
    """
    if actor.side is not Side.ADMINISTRATOR:
        raise NotFound("conversation.not_found")
    if not can_read_files(actor=actor):
        raise Forbidden("oversight.not_yours")
    if reason not in list(Reason):
        raise Invalid("oversight.reason", field="reason")
    with acting(actor):
        if not _is_there(conversation):
            raise NotFound("conversation.not_found")
        kept = archive.append(
            chain=desk(actor),
            kind=READING,
            actor=actor,
            now=now,
            key=key,
            values={"file": canonical({"conversation": str(conversation), "reason": reason, **_named(item)})},
            facts={
                "conversation": str(conversation.id),
                "reason": reason,
                "seconds": int(READING_LASTS.total_seconds()),
            },
            ref=[("reviews", item.id)] if item else (),
        )
        if not kept.replayed:
            _start(actor, conversation, reason, kept)
    return kept


def _is_there(file: Ref) -> bool:
    """A thread, or what stands for one: letters or reports beside an order that nobody wrote about, or an
    appeal, whose files are opened by it.
    """
    return (
        exists(conversation=file)
        or letters.is_file(file=file)
        or reports.is_file(file=file)
        or enforcement.is_appeal(entry=file)
    )


def _named(item: Ref | None) -> dict[str, str]:
    return {} if item is None else {"item": str(item)}


def desk(actor: Actor) -> Chain:
    """The chain of what this administrator read, searched and handed out."""
    id = uuid5(actor.person, ChainName.DESK)
    return Chain(seller_id=OPERATOR, id=id, name=ChainName.DESK, audience=Audience.OPERATOR)


def _start(actor: Actor, conversation: Ref, reason: str, kept: Kept) -> None:
    starts_at = kept.receipt.at
    Reading.objects.create(
        id=kept.receipt.entry,
        person_id=actor.person,
        seller_id=conversation.seller_id,
        conversation_id=conversation.id,
        reason=reason,
        starts_at=starts_at,
        ends_at=starts_at + READING_LASTS,
    )
