"""Forget drafts that were sent by whatever way, and those of threads whose every word was ordered to go."""

from collections.abc import Sequence
from datetime import datetime

from django.db import connection

from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience, Numbered
from helpdesk.composing.models import Place, Seen
from helpdesk.conversations.queries import emptied
from helpdesk.kernel.actor import Actor

# What was written on after the message was sent is a new draft, and stays.
_SENT = """
    UPDATE composing_place p SET text = '', written_at = NULL
    FROM archive_number a JOIN archive_entry e ON e.seller_id = a.seller_id AND e.id = a.entry_id
    WHERE a.number = ANY(%s) AND p.seller_id = e.seller_id AND p.person_id = e.actor
      AND p.conversation_id = e.chain AND p.written_at <= e.at
"""


def forget_drafts(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """Of these `message` and `erased` entries. Safe to repeat. One SQL statement, three for each erasure."""
    sent = [one.number for one in entries if one.kind == "message"]
    erased = {
        (one.seller_id, one.chain)
        for one in entries
        if one.kind == "erased" and one.audience is Audience.BOTH
    }
    with acting(actor):
        if sent:
            with connection.cursor() as cursor:
                cursor.execute(_SENT, [sent])
        for seller_id, id in emptied(threads=erased):
            Place.objects.filter(seller_id=seller_id, conversation_id=id).delete()
            Seen.objects.filter(seller_id=seller_id, conversation_id=id).delete()
