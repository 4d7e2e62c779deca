"""Put a thread off: a mark. It leaves the lane of what is due later, until an instant."""

from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid
from helpdesk.teamwork.actions.working import marks_of, thread_to_work_in
from helpdesk.teamwork.models import Snooze
from helpdesk.teamwork.terms import MAX_SNOOZE


def snooze(*, actor: Actor, now: datetime, conversation: Ref, until: datetime | None) -> None:
    """In place of what was chosen before; None: back at once. Safe to repeat.

    Its clock runs on; what is late or due today is shown all the same, and a new message of the Buyer's ends
    it. Raises NotFound, Forbidden (readers, Buyers), Invalid (an instant that has passed, or lies too far).
    """
    with acting(actor, turn=marks_of(conversation=conversation)):
        thread_to_work_in(actor=actor, conversation=conversation)
        if until is None:
            Snooze.objects.filter(seller_id=conversation.seller_id, conversation_id=conversation.id).delete()
            return
        if until <= now:
            raise Invalid("snooze.past", field="until")
        if until > now + MAX_SNOOZE:
            raise Invalid("snooze.far", field="until", days=MAX_SNOOZE.days)
        Snooze.objects.bulk_create(
            [
                Snooze(
                    seller_id=conversation.seller_id,
                    conversation_id=conversation.id,
                    until=until,
                    by_id=actor.person,
                    at=now,
                )
            ],
            update_conflicts=True,
            unique_fields=["seller_id", "conversation_id"],
            update_fields=["until", "by_id", "at"],
        )
