"""Place a hold: from now on nothing that it covers may go, neither on request nor by its period."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive import actions as archive
from helpdesk.archive import queries as log
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Kept
from helpdesk.conversations.models import Conversation
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Invalid
from helpdesk.retention.actions.parts import note_in, thread_at
from helpdesk.retention.models import Hold
from helpdesk.retention.policies import can_hold
from helpdesk.retention.terms import Entry, HoldOn, HoldReason


def place_hold(
    *, actor: Actor, now: datetime, on: str, reason: str, conversation: Ref, note: str = "", key: str
) -> Kept:
    """The hold's entry, whose id is the hold's. `on` the conversation itself, or its order, seller or buyer.

    The same actor and key again give the same hold. Raises Forbidden, NotFound, Invalid, TooLarge, KeyReused,
    Busy.
    """
    if not can_hold(actor=actor):
        raise Forbidden("hold.not_yours")
    if on not in list(HoldOn):
        raise Invalid("hold.on", field="on")
    if reason not in list(HoldReason):
        raise Invalid("hold.reason", field="reason")
    said = {"conversation": str(conversation), "note": note_in(note=note), "on": on, "reason": reason}
    with acting(actor):
        thread = thread_at(conversation=conversation)
        subject = _subject(HoldOn(on), thread)
        kept = archive.append(
            chain=log.house(),
            kind=Entry.PLACED,
            actor=actor,
            now=now,
            key=key,
            values={"hold": canonical(said)},
            facts={"on": on, "reason": reason},
        )
        if not kept.replayed:
            _write(actor, HoldOn(on), HoldReason(reason), thread, subject, kept)
    return kept


def _subject(on: HoldOn, thread: Conversation) -> UUID | None:
    if on is HoldOn.ORDER and thread.order_id is None:
        raise Invalid("hold.no_order", field="on")
    return {
        HoldOn.CONVERSATION: thread.id,
        HoldOn.ORDER: thread.order_id,
        HoldOn.SELLER: None,
        HoldOn.BUYER: thread.buyer_id,
    }[on]


def _write(
    actor: Actor, on: HoldOn, reason: HoldReason, thread: Conversation, subject: UUID | None, kept: Kept
) -> None:
    Hold.objects.create(
        id=kept.receipt.entry,
        on=on.value,
        seller_id=None if on is HoldOn.BUYER else thread.seller_id,
        subject_id=subject,
        reason=reason.value,
        placed_by=actor.person,
        placed_at=kept.receipt.at,
    )
