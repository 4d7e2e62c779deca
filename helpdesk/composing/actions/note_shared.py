"""Note that one of a shop's people changed how the shop shares a thread."""

import json
from datetime import datetime

from django.db import connection

from helpdesk.composing.policies import can_be_present
from helpdesk.composing.terms import CHANNEL, SHARED
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound


def note_shared(*, actor: Actor, now: datetime, conversation: Ref) -> None:
    """To the pages that colleagues have open, which look again; nothing is stored, so `now` is not either.

    Safe to repeat, and lost without harm. One SQL statement: the pages that hear it belong to the actor's own
    shop, and find out for themselves what there is. Raises Forbidden (Buyers, the operator), NotFound
    (strangers).
    """
    if not can_be_present(actor=actor):
        raise Forbidden("composing.not_yours")
    if conversation.seller_id != actor.seller_id:
        raise NotFound("conversation.not_found")
    said = {
        "seller": conversation.seller_id,
        "conversation": str(conversation),
        "person": str(actor.person),
        "doing": SHARED,
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, json.dumps(said)])
