"""Forget how a shop worked in threads whose every word was ordered to go: a tag may name a person."""

from collections.abc import Sequence
from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience, Numbered
from helpdesk.conversations.queries import emptied
from helpdesk.kernel.actor import Actor
from helpdesk.teamwork.models import Assignment, Snooze, Tagging


def forget_marks(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """Of the threads of these `erased` entries in which no message is left. Safe to repeat."""
    threads = {(one.seller_id, one.chain) for one in entries if one.audience is Audience.BOTH}
    with acting(actor):
        for seller_id, id in emptied(threads=threads):
            for table in (Assignment, Snooze, Tagging):
                table.objects.filter(seller_id=seller_id, conversation_id=id).delete()
