"""What a form is about: the message with its words, the conversation, or the order."""

from dataclasses import dataclass
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Value
from helpdesk.conversations.models import Message
from helpdesk.conversations.queries import threads_by_ref
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.refusal import Forbidden, Invalid, NotFound
from helpdesk.marketplace.queries import buyers_of, order_of, seller_names
from helpdesk.reports.terms import OTHER_SIDE, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectShown:
    """`accused` is the other side's name; `text` of a message, None where it is erased, "" for the rest."""

    title: str
    accused: str
    seller_id: int
    text: str | None = ""
    language: str = ""


def subject_shown(*, actor: Actor, subject: Subject) -> SubjectShown:
    """Six SQL statements at most beside the scope's. Raises NotFound for strangers, Forbidden, Invalid."""
    if actor.side not in OTHER_SIDE:
        raise Forbidden("report.not_yours")
    if subject.order is not None:
        found = order_of(actor=actor, order=subject.order)
        with acting(actor):
            named = _named(actor, subject.order.seller_id, found.buyer_id)
        return SubjectShown(title=found.number, accused=named, seller_id=subject.order.seller_id)
    assert subject.conversation is not None  # what is no order is a thread
    with acting(actor):
        thread = threads_by_ref(refs=[subject.conversation]).get(subject.conversation)
        if thread is None:
            raise NotFound("conversation.not_found")
        text, language = _said(actor, subject)
        return SubjectShown(
            title=thread.title,
            accused=_named(actor, thread.seller_id, thread.buyer_id),
            seller_id=thread.seller_id,
            text=text,
            language=language,
        )


def _said(actor: Actor, subject: Subject) -> tuple[str | None, str]:
    if subject.message is None or subject.conversation is None:
        return "", ""
    here = Message.objects.filter(
        seller_id=subject.conversation.seller_id,
        conversation_id=subject.conversation.id,
        id=subject.message,
    )
    row = here.first()
    if row is None:
        raise NotFound("message.not_found")
    if row.side != OTHER_SIDE[actor.side].value:
        raise Invalid("report.not_theirs", field="message")
    value = Value.objects.filter(seller_id=row.seller_id, entry_id=row.id, name="body")
    body = value.values_list("value", flat=True).first()
    return (None if body is None else bytes(body).decode()), row.language


def _named(actor: Actor, seller_id: int, buyer_id: UUID) -> str:
    if actor.side is Side.BUYER:
        return seller_names(seller_ids={seller_id}).get(seller_id, "")
    return buyers_of(buyers={buyer_id}).get(buyer_id, "")
