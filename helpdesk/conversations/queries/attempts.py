"""Refused texts, and the chain behind a thread on which they lie."""

from datetime import date
from typing import Any
from uuid import UUID

import msgspec
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet

from helpdesk.archive.models import Entry, Value
from helpdesk.archive.terms import Audience, Chain, ChainName
from helpdesk.conversations.models import Attempt, Conversation
from helpdesk.conversations.queries.thread import why_said
from helpdesk.conversations.rules import backstage
from helpdesk.conversations.terms import Attempted, AttemptShown, Manner, Outcome, Ticks
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace.queries import stand_in_of, stand_ins_of


def unsettled_attempts() -> QuerySet[Attempt]:
    """What nobody has settled, in no order, for rooms above; row security applies."""
    return Attempt.objects.filter(settled_by=None)


def attempt_row(*, attempt: Ref) -> Attempt | None:
    """One refused text without a word of it, in the present scope. One SQL statement."""
    return Attempt.objects.filter(seller_id=attempt.seller_id, id=attempt.id).first()


def attempt_of(*, attempt: Ref) -> Attempted:
    """One refused text, settled or not, in the present scope. Three SQL statements. Raises NotFound."""
    row = Attempt.objects.filter(seller_id=attempt.seller_id, id=attempt.id).first()
    if row is None:
        raise NotFound("attempt.not_found")
    return attempted(row=row)


def attempted(*, row: Attempt) -> Attempted:
    """What its entry holds of it. Two SQL statements."""
    entry = Entry.objects.get(seller_id=row.seller_id, id=row.id)
    values = dict(Value.objects.filter(seller_id=row.seller_id, entry_id=row.id).values_list("name", "value"))
    said: dict[str, Any] = msgspec.json.decode(entry.leaf)["f"]
    return Attempted(
        of=attempt_shown(row=row),
        person=entry.actor,
        author=msgspec.json.decode(values["by"])["name"] if "by" in values else "",
        language=said["language"],
        text=bytes(values["body"]).decode() if "body" in values else None,
        manner=Manner(said["manner"]) if "manner" in said else None,
        promise_on=date.fromisoformat(said["promise_on"]) if "promise_on" in said else None,
        ticks=Ticks(
            answered=tuple(said.get("answered", "").split()), later=tuple(said.get("later", "").split())
        ),
        why=why_said(side=row.side, reason=said.get("reason"), line=said.get("line")),
    )


def attempt_shown(*, row: Attempt) -> AttemptShown:
    """For lists."""
    return AttemptShown(
        ref=Ref(row.seller_id, row.id),
        conversation=Ref(row.seller_id, row.conversation_id),
        side=Side(row.side),
        code=row.code,
        at=row.at,
        outcome=Outcome(row.outcome) if row.outcome else None,
        settled_at=row.settled_at,
    )


def backstage_chain(*, conversation: Ref, audience: Audience) -> Chain:
    """The chain that one side, beside the operator, sees of a thread, or of one that a refused first question
    would have opened. Two SQL statements, four where none was. Raises NotFound.
    """
    seller_id, id = conversation
    row = Conversation.objects.filter(seller_id=seller_id, id=id).values_list("pair", "buyer_id").first()
    if row is None:
        pair, buyer_id = _tried(conversation)
    else:
        pair, buyer_id = row
    return Chain(
        seller_id=seller_id,
        id=backstage(conversation=id, audience=audience),
        name=ChainName.BACKSTAGE,
        audience=audience,
        seller=stand_in_of(seller_id=seller_id),
        pair=pair,
        buyer_id=buyer_id,
    )


def _tried(conversation: Ref) -> tuple[UUID, UUID]:
    seller_id, id = conversation
    tried = Attempt.objects.filter(seller_id=seller_id, conversation_id=id)
    buyer_id = tried.values_list("buyer_id", flat=True).first()
    if buyer_id is None:
        raise NotFound("conversation.not_found")
    try:
        return stand_ins_of(seller_id=seller_id, buyer_id=buyer_id)[1], buyer_id
    except ObjectDoesNotExist:  # a buyer may not see the row; there is no thread of theirs to speak of
        raise NotFound("conversation.not_found") from None
