"""What waits for a reviewer: found by the rules of tests/conversations/spotted.py."""

from datetime import datetime
from typing import Any

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.conduct.models import Sample
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.models import Attempt, Message
from helpdesk.conversations.terms.starting import SellerReason
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refused
from tests.cast import ANNA, CLARA
from tests.conversations.spotted import REFUSED, WARNED


def warned(to: Ref, *, actor: Actor = ANNA, text: str = WARNED, key: str = "warned") -> Ref:
    """A message that was sent although its author was warned."""
    said: dict[str, Any] = {"actor": actor, "conversation": to, "draft": text, "key": key}
    if actor.side is Side.SELLER:
        posted = conversations.post_reply(now=clock.now(), reason=SellerReason.INVOICE, **said)
    else:
        posted = conversations.post_question(now=clock.now(), **said)
    return Ref(to.seller_id, posted.receipt.entry)


def refused(
    to: Ref, *, actor: Actor = ANNA, text: str = REFUSED, key: str = "refused", now: datetime | None = None
) -> Ref:
    """A text that was not sent."""
    post = conversations.post_reply if actor.side is Side.SELLER else conversations.post_question
    with pytest.raises(Refused):
        post(actor=actor, now=now or clock.now(), conversation=to, draft=text, key=key)
    with acting(SYSTEM):
        row = Attempt.objects.latest("at")
    return Ref(row.seller_id, row.id)


def asked_for(to: Ref, *, actor: Actor = ANNA, text: str = REFUSED, key: str = "asked") -> Ref:
    """A text that was not sent, and its author asks for a check."""
    attempt = refused(to, actor=actor, text=text, key=key)
    conversations.ask_for_check(actor=actor, now=clock.now(), attempt=attempt, key=f"check {key}")
    return attempt


def drawn(to: Ref, *, actor: Actor = CLARA) -> Ref:
    """The last message of that side, as if the draw had met it."""
    with acting(SYSTEM):
        row = Message.objects.filter(conversation_id=to.id, side=actor.side.value).latest("at")
        Sample.objects.create(
            seller_id=row.seller_id,
            id=row.id,
            chain=row.conversation_id,
            buyer_id=row.buyer_id,
            side=row.side,
            language=row.language,
            at=row.at,
        )
    return Ref(row.seller_id, row.id)
