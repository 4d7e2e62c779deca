"""Assign a thread to one of those who answer: a mark. Who did answer stands in the message."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid
from helpdesk.teamwork.actions.working import marks_of, thread_to_work_in
from helpdesk.teamwork.models import Assignment
from helpdesk.teamwork.queries.team import answers_in


def assign(*, actor: Actor, now: datetime, conversation: Ref, person: UUID | None) -> None:
    """In place of who looked after it before; None: nobody. Safe to repeat; tells nobody, stops no clock.

    Raises NotFound, Forbidden (readers, Buyers), Invalid (a person who does not answer in this shop).
    """
    with acting(actor, turn=marks_of(conversation=conversation)):
        thread_to_work_in(actor=actor, conversation=conversation)
        if person is None:
            Assignment.objects.filter(
                seller_id=conversation.seller_id, conversation_id=conversation.id
            ).delete()
            return
        if not answers_in(seller_id=conversation.seller_id, person=person):
            raise Invalid("assignment.not_on_team", field="person")
        Assignment.objects.bulk_create(
            [
                Assignment(
                    seller_id=conversation.seller_id,
                    conversation_id=conversation.id,
                    person_id=person,
                    by_id=actor.person,
                    at=now,
                )
            ],
            update_conflicts=True,
            unique_fields=["seller_id", "conversation_id"],
            update_fields=["person_id", "by_id", "at"],
        )
