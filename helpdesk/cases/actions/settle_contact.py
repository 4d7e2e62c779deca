"""Settle a noted contact: the other side says that it was so, or that it was not."""

from datetime import datetime

from django.db.models import QuerySet

from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Receipt
from helpdesk.cases.actions.giving import wordable
from helpdesk.cases.models import Contact
from helpdesk.cases.terms.deeds import ContactOutcome, Entry
from helpdesk.conversations.actions import Saying, say
from helpdesk.conversations.terms import Posted, Thread
from helpdesk.conversations.terms.starting import Turn
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, NotFound


def settle_contact(
    *,
    actor: Actor,
    now: datetime,
    contact: Ref,
    outcome: ContactOutcome,
    key: str,
    words: str = "",
    confirmed: str | None = None,
) -> Posted:
    """One entry; whoever disputes says how it was. No clock starts or stops.

    Raises NotFound, Forbidden (the side that noted it; readers), Refused, Invalid, TooLarge, Conflict (it is
    settled), KeyReused, Busy.
    """
    words = wordable(words)
    if outcome is ContactOutcome.DISPUTED and not words:
        raise Invalid("contact.reason_missing", field="words")
    conversation = _conversation_of(actor, contact)

    def judge(thread: Thread, at: int) -> Saying:
        row = _waiting(contact, actor)
        tongue = {"language": actor.language} if words else {}
        return Saying(
            facts={"of": row.n, "outcome": outcome.value} | tongue,
            ref=[("settles", contact.id)],
            write=lambda receipt: _write(contact, receipt, outcome),
            turn=Turn.DUTY,
        )

    return say(
        actor=actor,
        now=now,
        conversation=conversation,
        kind=Entry.SETTLED,
        key=key,
        said={"contact": str(contact.id), "outcome": outcome.value},
        judge=judge,
        words=words,
        confirmed=confirmed,
    )


def _conversation_of(actor: Actor, contact: Ref) -> Ref:
    with acting(actor):
        chain = _rows(contact).values_list("chain", flat=True).first()
    if chain is None:
        raise NotFound("contact.not_found")
    return Ref(contact.seller_id, chain)


def _waiting(contact: Ref, actor: Actor) -> Contact:
    row = _rows(contact).get()
    if row.outcome is not None:
        raise Conflict("contact.settled")
    if row.side == actor.side.value:
        raise Forbidden("contact.not_yours_to_settle")
    return row


def _rows(contact: Ref) -> QuerySet[Contact]:
    return Contact.objects.filter(seller_id=contact.seller_id, id=contact.id)


def _write(contact: Ref, receipt: Receipt, outcome: ContactOutcome) -> None:
    _rows(contact).update(settled_by=receipt.entry, settled_at=receipt.at, outcome=outcome.value)
