"""Set a thread's tags: a mark."""

from collections.abc import Sequence
from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict
from helpdesk.teamwork.actions.working import marks_of, thread_to_work_in
from helpdesk.teamwork.models import Tagging
from helpdesk.teamwork.queries.team import tags_of_shop
from helpdesk.teamwork.rules import tags_in
from helpdesk.teamwork.terms import MAX_SHOP_TAGS


def set_tags(*, actor: Actor, now: datetime, conversation: Ref, tags: Sequence[str]) -> None:
    """These, in place of those it had; none takes them all away. Safe to repeat.

    Raises NotFound, Forbidden (readers, Buyers), Invalid (no tag, or too many), TooLarge, Conflict (the shop
    has too many different ones).
    """
    chosen = tags_in(tags)
    with acting(actor, turn=marks_of(conversation=conversation)):
        thread_to_work_in(actor=actor, conversation=conversation)
        seller_id, id = conversation
        if len(tags_of_shop(seller_id=seller_id) | set(chosen)) > MAX_SHOP_TAGS:
            raise Conflict("tag.shop_full", field="tags", limit=MAX_SHOP_TAGS)
        here = Tagging.objects.filter(seller_id=seller_id, conversation_id=id)
        here.exclude(tag__in=chosen).delete()
        rows = [
            Tagging(seller_id=seller_id, conversation_id=id, tag=tag, by_id=actor.person, at=now)
            for tag in chosen
        ]
        Tagging.objects.bulk_create(rows, ignore_conflicts=True)
